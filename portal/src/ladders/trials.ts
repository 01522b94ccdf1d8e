import {queryOptions} from '@tanstack/react-query';
import {api, call} from '../api/client';
import type {Title, TrialForm} from '../api/types';

/** What a trial's report tells; docs/schema/report-v1.schema.json has all of it. */
export interface TrialReport {
  durationSeconds: number;
  video: readonly TrialRung[];
  sound: readonly TrialSound[];
}

export interface TrialRung {
  track: string;
  name: string;
  family: string;
  width: number;
  height: number;
  averageBitsPerSecond: number;
  peakBitsPerSecond: number;
  /** 0 if unknown. */
  capBitsPerSecond: number;
  xpsnr?: number;
}

export interface TrialSound {
  track: string;
  name: string;
  format: string;
  averageBitsPerSecond: number;
}

export function startTrial(titleId: string, form: TrialForm): Promise<Title> {
  return call(api.POST('/api/v1/titles/{id}/trials', {params: {path: {id: titleId}}, body: form}));
}

/** A trial is never public, so its version must be named. */
export const trialReportQuery = (trialId: string, version: number) => queryOptions({
  queryKey: ['trialReport', trialId, version],
  queryFn: async ({signal}) => {
    const document: unknown = await call(api.GET('/api/v1/titles/{id}/report', {
      params: {path: {id: trialId}, query: {version}},
      signal,
    }));
    return document as TrialReport;
  },
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
