import {describe, expect, it} from 'vitest';
import {bufferAfter, SwitchCounter} from './playStatistics';

function ranges(...pairs: [number, number][]) {
  return {length: pairs.length, start: (index: number) => pairs[index]?.[0] ?? 0, end: (index: number) => pairs[index]?.[1] ?? 0};
}

describe('bufferAfter', () => {
  it('counts only the range that is played', () => {
    expect(bufferAfter(ranges([0, 4], [10, 30]), 12)).toBe(18);
    expect(bufferAfter(ranges([0, 4], [10, 30]), 5)).toBe(0);
  });
});

describe('SwitchCounter', () => {
  it('counts changes, not the first rung and not what stays', () => {
    const counter = new SwitchCounter();
    for (const rung of [undefined, '0', '0', '1', undefined, '1', '0']) {
      counter.show(rung);
    }
    expect(counter.switches).toBe(2);
  });
});
