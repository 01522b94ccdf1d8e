import {isBusy, isTemporary} from './patience';
import {useValue, Value} from './Value';

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

const current = new Value<Wait | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

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
  const before = current.get();
  if (reason !== undefined && (before === undefined || before.reason !== reason || until > before.until)) {
    clearTimeout(timer);
    timer = LASTING.includes(reason) ? undefined : setTimeout(() => current.set(undefined), milliseconds + GRACE_MS);
    current.set({reason, until});
  }
}

/** An answer came: nobody waits for the server any more. */
export function noteAnswer() {
  const before = current.get();
  if (before && LASTING.includes(before.reason)) {
    current.set(undefined);
  }
}

export function useWait(): Wait | undefined {
  return useValue(current);
}
