import type {KeyForm, Role} from '../api/types';

export type Lifetime = 'never' | 'day' | 'month' | 'quarter' | 'year';

const DAYS: Record<Exclude<Lifetime, 'never'>, number> = {day: 1, month: 30, quarter: 90, year: 365};
const DAY_MS = 86_400_000;

export interface KeyDraft {
  name: string;
  role: Role;
  tenant: string;
  lifetime: Lifetime;
}

/** What the API is asked for. Without a tenant it is the caller's own. */
export function keyFormOf({name, role, tenant, lifetime}: KeyDraft, now: number): KeyForm {
  return {
    name: name.trim(),
    role,
    ...(tenant.trim() && {tenant: tenant.trim()}),
    ...(lifetime !== 'never' && {expiresAt: new Date(now + DAYS[lifetime] * DAY_MS).toISOString()}),
  };
}
