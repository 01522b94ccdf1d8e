import type {User, UserManager} from 'oidc-client-ts';
import {ApiError} from '../api/ApiError';
import {api, call} from '../api/client';
import {renewed, signIn, signOut} from '../api/session';
import {tryKey} from '../api/tryKey';
import type {SignInWays} from '../api/types';
import {strings} from '../strings';

// OpenID Connect by authorization code with PKCE. The library is loaded when somebody uses it.

export type Provider = NonNullable<SignInWays['oidc']>;

/** Where the provider sends people back to; to be registered there. */
const RETURN_PATH = '/sign-in';
const USED = 'reelway.provider';
const EARLY_SECONDS = 60;
const SHORTEST_WAIT_MS = 5_000;

/** Whether the address is that of somebody who comes back from the provider. */
export function isReturning({pathname, search}: Location): boolean {
  const parameters = new URLSearchParams(search);
  return pathname === RETURN_PATH && parameters.has('state') && (parameters.has('code') || parameters.has('error'));
}

export function wasAtProvider(): boolean {
  return sessionStorage.getItem(USED) !== null;
}

async function managerOf(provider: Provider): Promise<UserManager> {
  const {UserManager, WebStorageStateStore} = await import('oidc-client-ts');
  const store = new WebStorageStateStore({store: sessionStorage, prefix: 'reelway.oidc.'});
  return new UserManager({
    authority: provider.issuer,
    client_id: provider.clientId,
    scope: provider.scope,
    redirect_uri: location.origin + RETURN_PATH,
    post_logout_redirect_uri: location.origin,
    automaticSilentRenew: false,
    userStore: store,
    stateStore: store,
    // Told by our server, so that nothing is asked of the provider but the token.
    metadata: {
      issuer: provider.issuer,
      authorization_endpoint: provider.authorizationEndpoint,
      token_endpoint: provider.tokenEndpoint,
      ...(provider.endSessionEndpoint && {end_session_endpoint: provider.endSessionEndpoint}),
    },
  });
}

/** Access tokens may be anything; ID tokens are always made out to this client. */
function tokenOf(user: User): string {
  return user.id_token ?? user.access_token;
}

/** Goes to the provider; the page comes back to where it is now. */
export async function goToProvider(provider: Provider): Promise<void> {
  const manager = await managerOf(provider);
  const back = location.pathname === RETURN_PATH ? '/' : location.pathname + location.search;
  await manager.signinRedirect({url_state: back});
}

async function currentProvider(): Promise<Provider | undefined> {
  return (await call(api.GET('/api/v1/sign-in', {}))).oidc;
}

/** Ends what goToProvider began; throws what the provider or the server said against it. */
export async function comeBack(): Promise<void> {
  const provider = await currentProvider();
  if (!provider) {
    return;
  }
  const manager = await managerOf(provider);
  const returned = location.href;
  // What came with the address counts once: nobody shall load it again.
  history.replaceState(null, '', RETURN_PATH);
  const user = await manager.signinRedirectCallback(returned).catch(refusedByProvider);
  try {
    await tryKey(tokenOf(user));
  } catch (error) {
    await manager.removeUser();
    throw error instanceof ApiError && error.status === 401 ? withoutRole() : error;
  }
  history.replaceState(null, '', user.url_state ?? '/');
  sessionStorage.setItem(USED, provider.issuer);
  signIn({token: tokenOf(user), remember: false});
}

function refusedByProvider(reason: Error & {error_description?: string | null}): never {
  const {providerRefused, providerAdvice: advice} = strings.access;
  const detail = providerRefused((reason.error_description ?? reason.message).replace(/\.$/, ''));
  throw new ApiError({status: 403, code: 'SIGN_IN', detail, advice});
}

function withoutRole(): ApiError {
  const {noRole: detail, noRoleAdvice: advice} = strings.access;
  return new ApiError({status: 403, code: 'FORBIDDEN', detail, advice});
}

/** Renews tokens before they expire, where the provider gave a refresh token. */
export async function keepRenewed(signal: AbortSignal): Promise<void> {
  const provider = await currentProvider();
  const manager = provider && await managerOf(provider);
  let user = await manager?.getUser();
  while (manager && user?.refresh_token && user.expires_in !== undefined && !signal.aborted) {
    const wait = Math.max(SHORTEST_WAIT_MS, (user.expires_in - EARLY_SECONDS) * 1000);
    await new Promise((resolve) => setTimeout(resolve, wait));
    // Without a new token the old one runs out, and the next call leads to signing in.
    user = signal.aborted ? null : await manager.signinSilent().catch(() => null);
    if (user && !signal.aborted) {
      renewed(tokenOf(user));
    }
  }
}

/** Ends the session here, and forgets the provider's tokens. */
export function leave() {
  Object.keys(sessionStorage).filter((key) => key.startsWith('reelway.oidc.')).forEach((key) => sessionStorage.removeItem(key));
  sessionStorage.removeItem(USED);
  signOut();
}
