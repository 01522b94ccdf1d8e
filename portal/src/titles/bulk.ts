import {ApiError} from '../api/ApiError';
import type {Title} from '../api/types';
import {perform, type TitleAction} from './actions';

const AT_ONCE = 4;
const TRIES = 5;

export interface BulkResult {
  done: string[];
  failed: {title: Title; error: unknown}[];
}

/** Does one thing with many titles, a few at a time; one that fails does not stop the others. */
export async function performAll(
  action: TitleAction,
  titles: readonly Title[],
  onProgress: (count: number) => void,
): Promise<BulkResult> {
  const result: BulkResult = {done: [], failed: []};
  const rest = titles.values();
  const work = async () => {
    for (const title of rest) {
      try {
        await patiently(() => perform(action, title.titleId));
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

/** Waits as long as a server says that is asked too often. */
async function patiently<T>(step: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 429 && tries > 1)) {
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, (error.retryAfterSeconds ?? 1) * 1000));
    return patiently(step, tries - 1);
  }
}
