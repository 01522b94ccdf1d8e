import {expect, it} from 'vitest';
import {NOTHING, toggle} from './selection';

const ORDER = ['a', 'b', 'c', 'd'];

it('toggle_twice_choosesAndUnchooses', () => {
  const once = toggle(NOTHING, 'b', false, ORDER);
  expect([...once.ids]).toEqual(['b']);
  expect([...toggle(once, 'b', false, ORDER).ids]).toEqual([]);
});

it('toggle_withShift_choosesAllBetweenInEitherDirection', () => {
  const down = toggle(toggle(NOTHING, 'b', false, ORDER), 'd', true, ORDER);
  expect([...down.ids].sort()).toEqual(['b', 'c', 'd']);
  const up = toggle(toggle(NOTHING, 'c', false, ORDER), 'a', true, ORDER);
  expect([...up.ids].sort()).toEqual(['a', 'b', 'c']);
});

it('toggle_withShiftAndNoAnchor_choosesOne', () => {
  expect([...toggle(NOTHING, 'c', true, ORDER).ids]).toEqual(['c']);
});
