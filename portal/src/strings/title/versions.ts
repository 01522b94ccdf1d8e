// Versions, and tracks that are added.

export const versions = {
  title: 'Versions',
  none: 'No version yet',
  noneHint: 'A version lies here once it was published.',
  version: (version: number) => `Version ${version}`,
  public: 'Public',
  play: 'Play',
  report: 'Report',
  reportData: 'Report as JSON',
  saveManifest: 'Save the manifest',
  makePublic: 'Make public',
  rollBackAsk: (version: number) => `Make version ${version} public?`,
  rollBackMeans: (now: number | undefined) => (now === undefined
    ? 'Viewers get this version within seconds.'
    : `Viewers get it instead of version ${now} within seconds. That one stays and can be made public again.`),
  addresses: 'Public addresses',
  publishAt: 'To be published at',
  unpublishAt: 'To be taken off at',
} as const;

export const addTrack = {
  title: 'Add a language or subtitle',
  action: 'Upload and add',
  means: 'The file becomes a track of a new version. Picture and sound that are there are not encoded again.',
  file: 'Sound or subtitle file',
  fileHint: 'SRT, WebVTT, TTML, SCC; WAV, AAC, AC-3, FLAC, MP3 and more.',
  language: 'Language',
  languageHint: 'A language tag, such as en, de or pt-BR.',
  languageFault: 'This is no language tag; write en, de or pt-BR.',
  role: 'What it is',
  name: 'Name for viewers',
  nameHint: 'The language’s name if empty.',
  sending: 'Uploading',
  added: 'A new version with the track is on its way.',
} as const;
