export const access = {
  pageTitle: 'Access',
  signIn: 'Sign in',
  signInHint: 'Use an API key. Whoever runs the server can make one for you.',
  key: 'API key',
  keyHint: 'It looks like rw_…_….',
  remember: 'Remember on this device',
  rememberHint: 'Otherwise the key is forgotten when this tab is closed.',
  keyMissing: 'Enter a key.',
  keyShape: 'This is not a key: keys look like rw_…_….',
  expired: 'You were signed out: the key has expired or was revoked.',
} as const;
