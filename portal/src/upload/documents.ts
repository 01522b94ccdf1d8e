import {queryOptions} from '@tanstack/react-query';
import {api, call} from '../api/client';

// The parts of the inspection and plan documents that people see before they start a title.

export interface Inspection {
  container: string;
  durationSeconds: string;
  video?: {
    codec: string;
    width: number;
    height: number;
    rotationDegrees: number;
    bitDepth: number;
    rate: string;
    variableRate: boolean;
    fieldOrder: string;
    hdr: object;
    colour: {transfer: number};
  };
  audio: readonly {codec: string; channels: number; channelLayout: string; language: string; role: string; name: string}[];
  text: readonly {codec?: string; language: string; role: string}[];
}

export interface Plan {
  rungs: readonly {
    name: string;
    width: number;
    height: number;
    rate: string;
    codec: string;
    maxBitsPerSecond: number;
    bitDepth: number;
  }[];
  audio: readonly {name: string; language: string; codec: string; bitsPerSecond: number}[];
}

/** Version and run are in the key: a submission that is tried again may be planned anew. */
export const inspectionQuery = (id: string, version: number, run: number) => queryOptions({
  queryKey: ['inspection', id, version, run],
  queryFn: async ({signal}) => await call(api.GET('/api/v1/titles/{id}/inspection', {
    params: {path: {id}, query: {version}}, signal,
  })) as unknown as Inspection,
  staleTime: Infinity,
});

export const planQuery = (id: string, version: number, run: number) => queryOptions({
  queryKey: ['plan', id, version, run],
  queryFn: async ({signal}) => await call(api.GET('/api/v1/titles/{id}/plan', {
    params: {path: {id}, query: {version}}, signal,
  })) as unknown as Plan,
  staleTime: Infinity,
});
