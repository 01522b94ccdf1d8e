import {QueryClient} from '@tanstack/react-query';
import {ApiError} from '../api/ApiError';

const TRIES = 3;

/** Events say what changed; reading again by time or focus is for what they do not cover. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < TRIES && error instanceof ApiError && error.isTemporary,
      retryDelay: (failures, error) => error instanceof ApiError && error.retryAfterSeconds
        ? error.retryAfterSeconds * 1000
        : 1000 * 2 ** failures,
    },
  },
});
