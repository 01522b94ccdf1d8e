import type {Lane, Queue} from '../api/types';

type Waiting = Queue['waiting'][number];

export const LANES: readonly Lane[] = ['EXPRESS', 'STANDARD', 'BULK'];

/** How many titles of a tenant wait in each lane, and the best position among them. */
export interface TenantLoad {
  tenant: string;
  lanes: Readonly<Record<Lane, number>>;
  total: number;
  next: number;
}

/** By tenant, the one that is served next first. */
export function byTenant(waiting: readonly Waiting[]): TenantLoad[] {
  const tenants = new Map<string, Waiting[]>();
  for (const title of waiting) {
    const known = tenants.get(title.tenant);
    if (known) {
      known.push(title);
    } else {
      tenants.set(title.tenant, [title]);
    }
  }
  return [...tenants].map(([tenant, titles]) => load(tenant, titles)).sort((a, b) => a.next - b.next);
}

function load(tenant: string, titles: readonly Waiting[]): TenantLoad {
  const of = (lane: Lane) => titles.filter((title) => title.lane === lane).length;
  return {
    tenant,
    lanes: {EXPRESS: of('EXPRESS'), STANDARD: of('STANDARD'), BULK: of('BULK')},
    total: titles.length,
    next: Math.min(...titles.map((title) => title.position)),
  };
}
