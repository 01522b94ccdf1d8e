import {queryOptions} from '@tanstack/react-query';
import {api, call} from '../api/client';
import type {Me, Role} from '../api/types';

const RANKS: Record<Role, number> = {viewer: 0, editor: 1, operator: 2, admin: 3};
const ALL_TENANTS = '*';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({signal}) => call(api.GET('/api/v1/me', {signal})),
  staleTime: 60_000,
});

/** Whether somebody may do what `role` may. */
export function may(me: Me | undefined, role: Role): boolean {
  return me !== undefined && RANKS[me.role] >= RANKS[role];
}

export function seesAll(me: Me | undefined): boolean {
  return me?.tenant === ALL_TENANTS;
}

/** Whether somebody may change what all tenants share. */
export function mayOperateAll(me: Me | undefined): boolean {
  return may(me, 'operator') && seesAll(me);
}
