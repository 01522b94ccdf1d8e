import {expect, it} from 'vitest';
import {summaryOf} from './summary';

it('tells families, heights and the largest cap', () => {
  const summary = summaryOf(`segmentSeconds: 4
rungs:
  - {height: 540, maxBitrate: 2M}
  - {height: 1080, maxBitrate: 6000k}
  - {height: 720, codec: hevc, dynamicRange: hdr, maxBitrate: 3M}
`);
  expect(summary).toEqual({
    families: [{family: 'H.264', heights: [1080, 540]}, {family: 'HEVC HDR', heights: [720]}],
    largestCap: 6_000_000,
    segment: '4 s',
  });
});

it('has nothing to tell of an empty file', () => {
  expect(summaryOf('')).toEqual({families: [], largestCap: 0, segment: '6 s'});
});
