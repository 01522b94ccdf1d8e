import {ApiError} from './ApiError';

const TRIES = 3;
const TRIES_WHILE_BUSY = 8;
const LONGEST_PAUSE_MS = 30_000;

/** The server only asks for time: nothing of what was asked was done. */
export function isBusy(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.status === 429 || error.status === 503);
}

/** What may go better by itself. */
export function isTemporary(error: unknown): error is ApiError {
  return error instanceof ApiError && error.isTemporary;
}

/** Whether another try makes sense after so many failures. */
export function mayTryAgain(failures: number, error: unknown): boolean {
  return isBusy(error) ? failures < TRIES_WHILE_BUSY : isTemporary(error) && failures < TRIES;
}

/** How long to wait before the next try, in milliseconds: what the server asks for, else longer each time. */
export function pauseBefore(failures: number, error: unknown): number {
  return error instanceof ApiError && error.retryAfterSeconds !== undefined
    ? error.retryAfterSeconds * 1000
    : Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures);
}

/** Resolves after the time, or when the signal comes. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    signal?.addEventListener('abort', over);
  });
}

/** Does the step again as long as the server is busy; what else it refuses is thrown at once. */
export async function patiently<T>(
  step: () => Promise<T>,
  onWait: (error: unknown, milliseconds: number) => void = () => {},
  signal?: AbortSignal,
): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await step();
    } catch (error) {
      if (!isBusy(error) || !mayTryAgain(failures, error) || signal?.aborted) {
        throw error;
      }
      const milliseconds = pauseBefore(failures, error);
      onWait(error, milliseconds);
      await pause(milliseconds, signal);
    }
  }
}
