import {QueryCache, QueryClient} from '@tanstack/react-query';
import {mayTryAgain, pauseBefore} from '../api/patience';
import {noteAnswer, noteWait} from '../api/waits';
import {ApiError} from '../api/ApiError';

function retry(failures: number, error: unknown): boolean {
  const isTried = mayTryAgain(failures, error);
  if (isTried) {
    noteWait(error, pauseBefore(failures, error));
  }
  return isTried;
}

/** A write that was sent may have been done, unless the server says that it did not look at it. */
function retryWrite(failures: number, error: unknown): boolean {
  return error instanceof ApiError && error.status === 429 && retry(failures, error);
}

/**
 * Events say what changed; reading again by time or focus is for what they do not cover.
 * A browser that says it is offline still reaches a server on its own machine, so it is not believed.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({onSuccess: noteAnswer}),
  defaultOptions: {
    queries: {staleTime: 10_000, networkMode: 'always', refetchOnReconnect: true, retry, retryDelay: pauseBefore},
    mutations: {networkMode: 'always', retry: retryWrite, retryDelay: pauseBefore},
  },
});

/** Asks again for all that is shown as failed because the server did not answer. */
export function readFailedAgain() {
  void queryClient.refetchQueries({type: 'active', predicate: ({state}) => state.status === 'error'});
}
