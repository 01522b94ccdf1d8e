import createClient, {type Client} from 'openapi-fetch';
import {refusalOf, unreachable} from './ApiError';
import type {paths} from './schema';
import {authorization, refused} from './session';

/**
 * All calls of the API, typed by openapi.yaml:
 * `await call(api.GET('/api/v1/titles/{id}', {params: {path: {id}}}))`.
 */
export const api: Client<paths> = createClient<paths>({fetch: authorizedFetch});

/** Fetches with the key of the session. A key that no longer counts ends the session. */
export async function authorizedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const key = authorization();
  if (key) {
    request.headers.set('Authorization', key);
  }
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    throw request.signal.aborted ? error : unreachable();
  }
  if (response.status === 401) {
    refused(key);
  }
  return response;
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of an answer. Refusals are thrown as ApiError. */
export async function call<T>(pending: Promise<Answer<T>>): Promise<T> {
  const {data, error, response} = await pending;
  if (!response.ok) {
    throw refusalOf(response, error);
  }
  return data as T;
}
