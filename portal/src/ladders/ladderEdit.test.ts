import {expect, it} from 'vitest';
import {addRungBelow, changeLoudness, changesLoudness, keepsSurround, keepSurround} from './ladderEdit';
import {readLadder} from './ladder';

const LADDER = `rungs:
  - {height: 1080, preset: slow, crf: 20, maxBitrate: 7M}

audio:
  bitrate: 128k   # stereo
  surround:
    aac: 384k
`;

it('says none where surround is not kept, and comes back to the usual', () => {
  const none = keepSurround(LADDER, false);
  expect(none).toContain('  bitrate: 128k   # stereo\n  surround: none\n');
  expect(keepsSurround(readLadder(none))).toBe(false);
  const kept = keepSurround(none, true);
  expect(kept).not.toContain('surround');
  expect(keepsSurround(readLadder(kept))).toBe(true);
});

it('adds and removes the loudness group', () => {
  const changed = changeLoudness(LADDER, true);
  expect(changed).toContain('  loudness:\n    target: -23\n    truePeak: -1\n');
  expect(changesLoudness(readLadder(changed))).toBe(true);
  expect(changeLoudness(changed, false)).toBe(LADDER);
});

it('adds a rung that fits below the last', () => {
  expect(addRungBelow(LADDER, readLadder(LADDER))).toContain('  - {height: 720, preset: slow, crf: 20, maxBitrate: 3500k}\n');
  expect(addRungBelow('', readLadder(''))).toContain('- height: 720');
});
