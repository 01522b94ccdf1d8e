import {expect, it} from 'vitest';
import {bitsPerSecond, pathAtPlace, pathText, readLadder} from './ladder';

const LADDER = 'name: news\nrungs:\n  - height: 1080\n    crf: 22.0\n  - {height: 540, maxBitrate: 2M}\n';

it('reads values as they are written', () => {
  const ladder = readLadder(LADDER);
  expect(ladder.rungs).toBe(2);
  expect(ladder.field(['rungs', 0, 'crf'])).toBe('22.0');
  expect(ladder.field(['rungs', 1, 'crf'])).toBeUndefined();
  expect(ladder.field(['rungs'])).toBeUndefined();
  expect(ladder.syntax).toBeUndefined();
});

it('says where a text is no YAML', () => {
  expect(readLadder('name: x\nrungs: [1, 2\ntext: y\n').syntax?.line).toBeGreaterThan(1);
});

it('finds the field at a line and column', () => {
  expect(pathAtPlace(LADDER, 4, 10)).toEqual(['rungs', 0, 'crf']);
  expect(pathAtPlace(LADDER, 5, 31)).toEqual(['rungs', 1, 'maxBitrate']);
  expect(pathAtPlace(LADDER, 1, 7)).toEqual(['name']);
});

it('takes the beginning of an entry for the entry', () => {
  expect(pathAtPlace(LADDER, 3, 5)).toEqual(['rungs', 0]);
  expect(pathAtPlace(LADDER, 5, 5)).toEqual(['rungs', 1]);
  expect(pathAtPlace(LADDER, 1, 1)).toEqual([]);
});

it('writes paths as the server does', () => {
  expect(pathText(['rungs', 2, 'preset'])).toBe('rungs[2].preset');
  expect(pathText(['audio', 'surround', 'aac'])).toBe('audio.surround.aac');
});

it.each([['3500k', 3_500_000], ['3.5M', 3_500_000], ['96000', 96_000]])('reads the rate %s', (written, bits) => {
  expect(bitsPerSecond(written)).toBe(bits);
});

it('reads no rate in other words', () => {
  expect(bitsPerSecond('fast')).toBeUndefined();
  expect(bitsPerSecond(undefined)).toBeUndefined();
});
