import {expect, it} from 'vitest';
import {byTenant} from './tenants';

const waits = (tenant: string, lane: 'EXPRESS' | 'STANDARD' | 'BULK', position: number) =>
  ({titleId: `t${position}`, tenant, name: 'News', lane, position});

it('adds up by tenant and lane, the next to be served first', () => {
  const loads = byTenant([waits('films', 'STANDARD', 2), waits('news', 'EXPRESS', 1), waits('films', 'BULK', 3)]);
  expect(loads).toEqual([
    {tenant: 'news', lanes: {EXPRESS: 1, STANDARD: 0, BULK: 0}, total: 1, next: 1},
    {tenant: 'films', lanes: {EXPRESS: 0, STANDARD: 1, BULK: 1}, total: 2, next: 2},
  ]);
});

it('is empty when nothing waits', () => {
  expect(byTenant([])).toEqual([]);
});
