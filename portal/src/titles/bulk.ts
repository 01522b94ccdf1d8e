import {patiently} from '../api/patience';
import type {Title} from '../api/types';
import {noteWait} from '../api/waits';
import {perform, type TitleAction} from './actions';

const AT_ONCE = 4;

export interface BulkResult {
  done: string[];
  failed: BulkFailure[];
  /** Not begun, because it was stopped. */
  left: Title[];
}

export interface BulkFailure {
  title: Title;
  error: unknown;
}

/** Does one thing with many titles, a few at a time; one that fails does not stop the others. */
export async function performAll(
  action: TitleAction,
  titles: readonly Title[],
  onProgress: (count: number) => void,
  signal?: AbortSignal,
): Promise<BulkResult> {
  const result: BulkResult = {done: [], failed: [], left: []};
  const rest = titles.values();
  const work = async () => {
    for (const title of rest) {
      if (signal?.aborted) {
        result.left.push(title);
        continue;
      }
      try {
        await patiently(() => perform(action, title.titleId), noteWait, signal);
        result.done.push(title.titleId);
      } catch (error) {
        result.failed.push({title, error});
      }
      onProgress(result.done.length + result.failed.length);
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, work));
  return result;
}

/** Titles that failed for the same reason. */
export interface Reason {
  error: unknown;
  titles: Title[];
}

/** The reasons of failures, the most frequent first; two are the same if people would read the same. */
export function reasonsOf(failed: readonly BulkFailure[], words: (error: unknown) => string): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const {title, error} of failed) {
    const reason = reasons.get(words(error)) ?? {error, titles: []};
    reason.titles.push(title);
    reasons.set(words(error), reason);
  }
  return [...reasons.values()].sort((one, other) => other.titles.length - one.titles.length);
}
