import {expect, it} from 'vitest';
import type {Queue} from '../api/types';
import {measured, NO_SPEEDS} from './speeds';

type Executor = Queue['executors'][number];

function executor(seenAt: string, done: number, attempt = 1): Executor {
  return {
    workerId: 'w1',
    host: 'alpha',
    pool: 'ENCODE',
    engineBuild: 'b',
    slots: 2,
    residentBytes: 1,
    seenAt,
    running: [{id: {titleId: 'news', version: 1, step: 'ENCODE', task: {kind: 'VIDEO_CHUNK', number: 3}, attempt}, done}],
  };
}

it('knows no speed at the first look', () => {
  expect(measured(NO_SPEEDS, [executor('2026-01-01T00:00:00Z', 10)]).perSecond.size).toBe(0);
});

it('counts from the first look on', () => {
  const first = measured(NO_SPEEDS, [executor('2026-01-01T00:00:00Z', 10)]);
  const second = measured(first, [executor('2026-01-01T00:00:02Z', 110)]);
  const third = measured(second, [executor('2026-01-01T00:00:04Z', 130)]);
  expect([...second.perSecond.values()]).toEqual([50]);
  expect([...third.perSecond.values()]).toEqual([30]);
});

it('begins anew with another attempt', () => {
  const first = measured(NO_SPEEDS, [executor('2026-01-01T00:00:00Z', 10)]);
  const second = measured(first, [executor('2026-01-01T00:00:02Z', 5, 2)]);
  expect(second.perSecond.size).toBe(0);
  expect(second.starts.size).toBe(1);
});
