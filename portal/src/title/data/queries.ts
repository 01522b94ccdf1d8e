import {queryOptions} from '@tanstack/react-query';
import {api, authorizedFetch, call} from '../../api/client';
import {refusalOf} from '../../api/ApiError';
import type {Title} from '../../api/types';
import type {Inspection, Plan, Report, Verdict} from './documents';

const DOCUMENTS_STAY_MS = 60_000;

/** Keys of what is known of one title, all under one root so that they can be forgotten together. */
export const titleKeys = {
  all: (id: string) => ['titleParts', id] as const,
  tasks: (id: string) => ['titleParts', id, 'tasks'] as const,
};

type Path =
  | '/api/v1/titles/{id}/inspection'
  | '/api/v1/titles/{id}/plan'
  | '/api/v1/titles/{id}/report'
  | '/api/v1/titles/{id}/verdict';

async function document<T>(path: Path, id: string, version: number | undefined, signal: AbortSignal): Promise<T> {
  return await call(api.GET(path, {params: {path: {id}, query: {version}}, signal})) as unknown as T;
}

/** A submission of a title; its documents may be others in another run. */
export type Submission = Pick<Title, 'titleId' | 'version' | 'run'>;

export const inspectionQuery = ({titleId: id, version, run}: Submission) => queryOptions({
  queryKey: [...titleKeys.all(id), 'inspection', version, run],
  queryFn: ({signal}) => document<Inspection>('/api/v1/titles/{id}/inspection', id, version, signal),
  staleTime: DOCUMENTS_STAY_MS,
});

export const planQuery = ({titleId: id, version, run}: Submission) => queryOptions({
  queryKey: [...titleKeys.all(id), 'plan', version, run],
  queryFn: ({signal}) => document<Plan>('/api/v1/titles/{id}/plan', id, version, signal),
  staleTime: DOCUMENTS_STAY_MS,
});

/** The version is that of the list of versions. */
export const reportQuery = (id: string, version: number) => queryOptions({
  queryKey: [...titleKeys.all(id), 'report', version],
  queryFn: ({signal}) => document<Report>('/api/v1/titles/{id}/report', id, version, signal),
  staleTime: DOCUMENTS_STAY_MS,
});

/** The report as a page: it holds the stills of the weakest moments. */
export const reportPageQuery = (id: string, version: number) => queryOptions({
  queryKey: [...titleKeys.all(id), 'reportPage', version],
  queryFn: async ({signal}) => {
    const url = new URL(`/api/v1/titles/${id}/report.html?version=${version}`, location.origin);
    const response = await authorizedFetch(url, {signal});
    if (!response.ok) {
      throw refusalOf(response, await response.json().catch(() => undefined));
    }
    return await response.text();
  },
  staleTime: Infinity,
});

/** What the gate said of a submission that is held. */
export const verdictQuery = (id: string, version: number) => queryOptions({
  queryKey: [...titleKeys.all(id), 'verdict', version],
  queryFn: ({signal}) => document<Verdict>('/api/v1/titles/{id}/verdict', id, version, signal),
  staleTime: DOCUMENTS_STAY_MS,
});

export const versionsQuery = (id: string) => queryOptions({
  queryKey: [...titleKeys.all(id), 'versions'],
  queryFn: ({signal}) => call(api.GET('/api/v1/titles/{id}/versions', {params: {path: {id}}, signal})),
});

export const logQuery = (id: string) => queryOptions({
  queryKey: [...titleKeys.all(id), 'log'],
  queryFn: ({signal}) => call(api.GET('/api/v1/titles/{id}/log', {params: {path: {id}}, signal})),
});
