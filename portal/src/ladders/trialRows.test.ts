import {expect, it} from 'vitest';
import {ladders} from '../strings/ladders';
import {trialRows} from './trialRows';

const YAML = `rungs:
  - {height: 720, crf: 22, maxBitrate: 3M}
  - {height: 720, codec: av1, crf: 33, maxBitrate: 1800k}
`;

function rung(family: string, width: number, height: number, cap: number) {
  return {
    track: `v-${family}-${height}`, name: `${height}p`, family, width, height,
    averageBitsPerSecond: 900_000, peakBitsPerSecond: 1_500_000, capBitsPerSecond: cap, xpsnr: 41.2,
  };
}

it('puts what was asked for beside what came out', () => {
  const rows = trialRows(YAML, [rung('H.264', 1280, 720, 3_000_000), rung('AV1', 720, 1280, 1_800_000)]);
  expect(rows.map(({asked}) => asked)).toEqual([{crf: '22', preset: 'fast'}, {crf: '33', preset: '8'}]);
  expect(rows[0]?.shares).toEqual({average: 0.3, peak: 0.5});
});

it('knows nothing of rungs that the ladder does not name', () => {
  const [row] = trialRows(YAML, [rung('H.264', 800, 600, 0)]);
  expect(row?.asked).toBeUndefined();
  expect(row?.shares).toBeUndefined();
});

it('compares each rung with the same rung of another trial', () => {
  const now = rung('H.264', 1280, 720, 0);
  const [same, added] = trialRows(YAML, [now, rung('AV1', 1280, 720, 0)], [{...now, averageBitsPerSecond: 1_000_000, xpsnr: 41}]);
  expect(same?.change?.rate).toBeCloseTo(-0.1);
  expect(same?.change?.xpsnr).toBeCloseTo(0.2);
  expect(added?.change).toBeUndefined();
  expect(ladders.change({rate: -0.1, xpsnr: 0.2})).toBe('−10 %, +0.2 dB');
  expect(ladders.change({rate: 0.001, xpsnr: undefined})).toBe('±0 %');
});
