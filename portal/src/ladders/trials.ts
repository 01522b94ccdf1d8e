import {queryOptions} from '@tanstack/react-query';
import {api, call} from '../api/client';
import type {Title, TrialForm} from '../api/types';
import type {Plan} from '../title/data/documents';
import {rungsOf} from './trialRungs';

export function startTrial(titleId: string, form: TrialForm): Promise<Title> {
  return call(api.POST('/api/v1/titles/{id}/trials', {params: {path: {id: titleId}}, body: form}));
}

const LOOK_AGAIN_MS = 1_500;

/** What came out, once all of it was read. */
export const trialRungsQuery = ({titleId, version}: Title) => queryOptions({
  queryKey: ['trialRungs', titleId, version],
  queryFn: async ({signal}) => {
    const path = {id: titleId};
    const [plan, map] = await Promise.all([
      call(api.GET('/api/v1/titles/{id}/plan', {params: {path, query: {version}}, signal})),
      call(api.GET('/api/v1/titles/{id}/tasks', {params: {path}, signal})),
    ]);
    return {rungs: rungsOf(plan as unknown as Plan, map), isComplete: map.complete};
  },
  refetchInterval: ({state}) => (state.data?.isComplete ? false : LOOK_AGAIN_MS),
  staleTime: Infinity,
});

/** Titles with a master that was read already, which match some words. */
export const triableQuery = (words: string) => queryOptions({
  queryKey: ['triable', words],
  queryFn: ({signal}) => call(api.GET('/api/v1/titles', {
    params: {query: {...(words && {query: words}), limit: 50, sort: '-updated'}},
    signal,
  })),
  staleTime: 30_000,
});
