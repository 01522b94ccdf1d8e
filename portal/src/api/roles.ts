import {useQuery} from '@tanstack/react-query';
import {meQuery} from './queries';
import type {Role} from './types';

const RISING: readonly Role[] = ['viewer', 'editor', 'operator', 'admin'];

export function isAtLeast(role: Role, least: Role): boolean {
  return RISING.indexOf(role) >= RISING.indexOf(least);
}

/** Whether who is signed in may do what needs a role; the server has the last word. */
export function useMay(least: Role): boolean {
  const {data: me} = useQuery(meQuery);
  return me === undefined || isAtLeast(me.role, least);
}

/** Whether who is signed in sees all tenants, and with the role may change what they share. */
export function useSeesAll(): boolean {
  const {data: me} = useQuery(meQuery);
  return me === undefined || me.tenant === '*';
}
