import {useSyncExternalStore} from 'react';
import {isBusy, isTemporary} from './patience';

/** Why something is not asked at once, and when it is asked again. */
export interface Wait {
  reason: 'busy' | 'broken' | 'offline' | 'unreachable';
  /** In milliseconds since 1970. */
  until: number;
}

/** What ends only with an answer. */
const LASTING: readonly Wait['reason'][] = ['offline', 'unreachable'];
/** The answer to the next try takes a moment; without this the words would come and go. */
const GRACE_MS = 1_500;

const listeners = new Set<() => void>();
let current: Wait | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function become(next: Wait | undefined) {
  current = next;
  listeners.forEach((listener) => listener());
}

export function reasonOf(error: unknown, isOnline: () => boolean): Wait['reason'] | undefined {
  if (isBusy(error)) {
    return 'busy';
  }
  if (!isTemporary(error)) {
    return undefined;
  }
  return error.status > 0 ? 'broken' : isOnline() ? 'unreachable' : 'offline';
}

/** Tells that what failed so is tried again after the time. */
export function noteWait(error: unknown, milliseconds: number) {
  const reason = reasonOf(error, () => navigator.onLine);
  const until = Date.now() + milliseconds;
  if (reason !== undefined && (current === undefined || current.reason !== reason || until > current.until)) {
    clearTimeout(timer);
    timer = LASTING.includes(reason) ? undefined : setTimeout(() => become(undefined), milliseconds + GRACE_MS);
    become({reason, until});
  }
}

/** An answer came: nobody waits for the server any more. */
export function noteAnswer() {
  if (current && LASTING.includes(current.reason)) {
    become(undefined);
  }
}

export function useWait(): Wait | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => current,
  );
}
