import {describe, expect, it} from 'vitest';
import {correctionOf, frameAt, frameOfMediaTime, timeOfFrame} from './frames';

describe('frames', () => {
  it('are found again at their own time, at every usual rate', () => {
    for (const rate of [24000 / 1001, 24, 25, 30000 / 1001, 50, 60000 / 1001, 60]) {
      for (const frame of [0, 1, 702, 107_892, 647_351]) {
        expect(frameAt(timeOfFrame(frame, rate), rate)).toBe(frame);
        expect(frameOfMediaTime(frame / rate, rate)).toBe(frame);
        expect(frameOfMediaTime(Math.round(frame / rate * 1e6) / 1e6, rate)).toBe(frame);
      }
    }
  });
});

describe('correctionOf', () => {
  it('leaves a part of a frame alone', () => {
    expect(correctionOf(0.005, 25)).toEqual({kind: 'none'});
  });

  it('slows down who is ahead and speeds up who is behind', () => {
    expect(correctionOf(0.04, 25)).toEqual({kind: 'speed', rate: 0.92});
    expect(correctionOf(-0.3, 25)).toEqual({kind: 'speed', rate: 1.3});
  });

  it('seeks when they are far apart', () => {
    expect(correctionOf(-2, 25)).toEqual({kind: 'seek'});
  });
});
