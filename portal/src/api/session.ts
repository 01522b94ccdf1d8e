import {useValue, Value} from './Value';

/** Who is signed in with what; outside React, so that calls can use it. */
export interface Session {
  /** What goes behind "Bearer". */
  token: string;
  remember: boolean;
  /** Stays the same when a token is renewed. */
  id: number;
}

export type SessionEnd = 'none' | 'signedOut' | 'refused';

interface State {
  session: Session | undefined;
  end: SessionEnd;
}

const KEY = 'reelway.session';
let lastId = 0;
const state = new Value<State>({session: stored(), end: 'none'});

function stored(): Session | undefined {
  const kept = localStorage.getItem(KEY);
  const token = sessionStorage.getItem(KEY) ?? kept;
  return token ? {token, remember: kept !== null, id: lastId} : undefined;
}

function forget() {
  sessionStorage.removeItem(KEY);
  localStorage.removeItem(KEY);
}

export function signIn({token, remember}: Pick<Session, 'token' | 'remember'>) {
  lastId += 1;
  keep({token, remember, id: lastId});
}

/** Puts a fresh token in place of one that is about to expire. */
export function renewed(token: string) {
  const {session} = state.get();
  if (session) {
    keep({...session, token});
  }
}

function keep(session: Session) {
  forget();
  (session.remember ? localStorage : sessionStorage).setItem(KEY, session.token);
  state.set({session, end: 'none'});
}

export function signOut() {
  forget();
  state.set({session: undefined, end: 'signedOut'});
}

/** The value of the Authorization header. */
export function authorization(): string | undefined {
  const {session} = state.get();
  return session && `Bearer ${session.token}`;
}

/** The server no longer takes what was sent; a session that began meanwhile stays. */
export function refused(sent: string | undefined) {
  if (sent && sent === authorization()) {
    forget();
    state.set({session: undefined, end: 'refused'});
  }
}

export function useSession(): State {
  return useValue(state);
}
