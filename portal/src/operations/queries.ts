import {queryOptions} from '@tanstack/react-query';
import {api, call} from '../api/client';

const QUEUE_MS = 3_000;
const STATISTICS_MS = 10_000;

/** The fleet tells no events of its own; it is asked as long as somebody looks. */
export const queueQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: ({signal}) => call(api.GET('/api/v1/queue', {signal})),
  refetchInterval: QUEUE_MS,
});

export const statisticsQuery = queryOptions({
  queryKey: ['statistics'],
  queryFn: ({signal}) => call(api.GET('/api/v1/statistics', {signal})),
  refetchInterval: STATISTICS_MS,
});

const MOST_LETTERS = 1000;

export const deadLettersKey = ['deadLetters'] as const;

export const deadLettersQuery = queryOptions({
  queryKey: deadLettersKey,
  queryFn: ({signal}) => call(api.GET('/api/v1/dead-letters', {params: {query: {limit: MOST_LETTERS}}, signal})),
  refetchInterval: STATISTICS_MS,
});

export function replayDeadLetter(id: string): Promise<unknown> {
  return call(api.POST('/api/v1/dead-letters/{id}/replay', {params: {path: {id}}}));
}
