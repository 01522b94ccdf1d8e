import {describe, expect, it} from 'vitest';
import {align, heldUntil, valueAt} from './series';

describe('align', () => {
  it('leaves gaps where a series has no value', () => {
    const aligned = align([
      {seconds: [0, 2, 4], values: [1, 2, 3]},
      {seconds: [0, 3], values: [7, 8]},
    ]);
    expect(aligned.xs).toEqual([0, 2, 3, 4]);
    expect(aligned.ys).toEqual([[1, 2, null, 3], [7, null, 8, null]]);
  });

  it('has room for a series without values', () => {
    expect(align([{seconds: [], values: []}])).toEqual({xs: [], ys: [[]]});
  });
});

describe('heldUntil', () => {
  it('goes on with the last value', () => {
    expect(heldUntil({seconds: [0, 2], values: [5, 6]}, 4)).toEqual({seconds: [0, 2, 4], values: [5, 6, 6]});
    expect(heldUntil({seconds: [], values: []}, 4).seconds).toEqual([]);
  });
});

describe('valueAt', () => {
  const series = {seconds: [0, 2, 4], values: [5, 6, 7]};

  it('is the value that holds then', () => {
    expect(valueAt(series, 3.9)).toBe(6);
    expect(valueAt(series, 4)).toBe(7);
    expect(valueAt(series, 100)).toBe(7);
    expect(valueAt(series, -1)).toBeUndefined();
  });
});
