import {expect, it} from 'vitest';
import {hourOf} from './hour';

function minute(number: number, mediaSeconds: number, failures = 0) {
  return {at: new Date(60_000 * number).toISOString(), tasks: 1, mediaSeconds, failures};
}

it('adds the minutes up; the one that is not over counts for no speed', () => {
  const minutes = [0, 1, 2, 3, 4, 5, 6].map((number) => minute(number, number === 6 ? 1 : 120, number === 2 ? 3 : 0));
  const hour = hourOf({since: new Date(0).toISOString(), minutes, failures: [], workers: []});
  expect(hour).toEqual({tasks: 7, mediaSeconds: 721, failures: 3, speed: 2, sinceWithin: false});
});

it('says that the server has not seen the whole hour', () => {
  const hour = hourOf({since: new Date(90_000).toISOString(), minutes: [minute(0, 0), minute(1, 0)], failures: [], workers: []});
  expect(hour.sinceWithin).toBe(true);
});

it('is all zero without minutes', () => {
  expect(hourOf({since: new Date(0).toISOString(), minutes: [], failures: [], workers: []}).speed).toBe(0);
});
