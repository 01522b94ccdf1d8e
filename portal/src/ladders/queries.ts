import {queryOptions} from '@tanstack/react-query';
import {api, call} from '../api/client';

export const ladderKey = (name: string) => ['profile', name] as const;

/** The text of a ladder file. */
export const ladderQuery = (name: string) => queryOptions({
  queryKey: ladderKey(name),
  queryFn: ({signal}) => call<string>(api.GET('/api/v1/profiles/{name}', {params: {path: {name}}, parseAs: 'text', signal})),
});

export function putLadder(name: string, text: string): Promise<unknown> {
  return call(api.PUT('/api/v1/profiles/{name}', {
    params: {path: {name}},
    body: text,
    bodySerializer: (body: string) => body,
    headers: {'Content-Type': 'application/yaml'},
  }));
}

export function deleteLadder(name: string): Promise<unknown> {
  return call(api.DELETE('/api/v1/profiles/{name}', {params: {path: {name}}}));
}
