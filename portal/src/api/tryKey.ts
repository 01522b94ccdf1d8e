import {refusalOf, unreachable} from './ApiError';

/** Whether the server takes a key, before a session begins; throws its refusal. */
export async function tryKey(token: string): Promise<void> {
  const response = await fetch('/api/v1/server', {headers: {Authorization: `Bearer ${token}`}}).catch(() => {
    throw unreachable();
  });
  if (!response.ok) {
    throw refusalOf(response, await response.json().catch(() => undefined));
  }
}
