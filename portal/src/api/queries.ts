import {queryOptions} from '@tanstack/react-query';
import {api, call} from './client';

/** Keys of all cached answers, so that events can put new values in their place. */
export const keys = {
  me: ['me'] as const,
  server: ['server'] as const,
  titles: ['titles'] as const,
  title: (id: string) => ['title', id] as const,
  profiles: ['profiles'] as const,
  apiKeys: ['keys'] as const,
  audit: ['audit'] as const,
};

/** Who is signed in, and what they may do. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({signal}) => call(api.GET('/api/v1/me', {signal})),
  staleTime: 5 * 60_000,
});

export const serverQuery = queryOptions({
  queryKey: keys.server,
  queryFn: ({signal}) => call(api.GET('/api/v1/server', {signal})),
  staleTime: 5 * 60_000,
});

export const titleQuery = (id: string) => queryOptions({
  queryKey: keys.title(id),
  queryFn: ({signal}) => call(api.GET('/api/v1/titles/{id}', {params: {path: {id}}, signal})),
});

export const profilesQuery = queryOptions({
  queryKey: keys.profiles,
  queryFn: ({signal}) => call(api.GET('/api/v1/profiles', {signal})),
  staleTime: 60_000,
});

export const signInQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: ({signal}) => call(api.GET('/api/v1/sign-in', {signal})),
  staleTime: 60_000,
});

export const apiKeysQuery = queryOptions({
  queryKey: keys.apiKeys,
  queryFn: ({signal}) => call(api.GET('/api/v1/keys', {signal})),
});

export const auditQuery = queryOptions({
  queryKey: keys.audit,
  queryFn: ({signal}) => call(api.GET('/api/v1/audit', {params: {query: {limit: 1000}}, signal})),
  refetchInterval: 15_000,
});
