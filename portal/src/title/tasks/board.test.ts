import {describe, expect, it} from 'vitest';
import type {ReportRung} from '../data/documents';
import {chunkRate, chunkSpan, counts, momentOf, withAnswer, type TaskMap} from './board';

const FULL: TaskMap = {
  version: 1,
  full: true,
  complete: false,
  next: 'one',
  frameRate: '24000/1001',
  totalFrames: 250,
  firstFrames: [0, 96, 192],
  rungs: [{track: 'v360', name: '360p', trickPlay: false}, {track: 'v144', name: '144p', trickPlay: false}],
  audio: ['a'],
  text: [],
  workers: ['b', 'a'],
  tasks: [
    {k: 'V', n: 0, s: 'P', a: 1, w: 0, t: 3.5, b: [50_000, -1], x: [41.5, -1]},
    {k: 'V', n: 1, s: 'R', a: 2, w: 1, at: 1000, d: 12, f: 'ENCODER_CRASHED'},
    {k: 'V', n: 2, s: 'W'},
    {k: 'A', n: 0, s: 'E', a: 1, w: 1},
  ],
};

function delta(change: Partial<TaskMap>): TaskMap {
  const {firstFrames, ...rest} = FULL;
  void firstFrames;
  return {...rest, full: false, next: 'two', tasks: [], ...change};
}

describe('withAnswer', () => {
  it('names workers instead of numbering them', () => {
    const board = withAnswer(undefined, FULL);
    expect(board.video.map(({worker}) => worker)).toEqual(['b', 'a', undefined]);
    expect(board.workers).toEqual(['a', 'b']);
  });

  it('takes -1 for unknown', () => {
    expect(withAnswer(undefined, FULL).video[0]?.xpsnr).toEqual([41.5, undefined]);
  });

  it('changes only the tasks that an answer in part names', () => {
    const before = withAnswer(undefined, FULL);
    const after = withAnswer(before, delta({workers: ['c'], tasks: [{k: 'V', n: 2, s: 'R', a: 1, w: 0}]}));
    expect(after.video.map(({state}) => state)).toEqual(['packaged', 'running', 'running']);
    expect(after.video[2]?.worker).toBe('c');
    expect(after.audio).toBe(before.audio);
    expect(after.firstFrames).toEqual([0, 96, 192]);
    expect(after.workers).toEqual(['a', 'b', 'c']);
  });

  it('leaves what was known before alone', () => {
    const before = withAnswer(undefined, FULL);
    withAnswer(before, delta({tasks: [{k: 'V', n: 0, s: 'F'}]}));
    expect(before.video[0]?.state).toBe('packaged');
  });

  it('forgets the tasks of an earlier submission', () => {
    const after = withAnswer(withAnswer(undefined, FULL), {...FULL, version: 2, tasks: [{k: 'V', n: 0, s: 'W'}]});
    expect(after.video).toHaveLength(1);
    expect(after.audio).toHaveLength(0);
  });
});

describe('a board', () => {
  it('knows the time and the rate of a chunk', () => {
    const board = withAnswer(undefined, FULL);
    const span = chunkSpan(board, 2);
    expect(span.frames).toBe(58);
    expect(span.start).toBeCloseTo(192 * 1001 / 24000);
    expect(span.end).toBeCloseTo(250 * 1001 / 24000);
    expect(chunkRate(board, 0, 0)).toBeCloseTo(400_000 / (96 * 1001 / 24000));
    expect(chunkRate(board, 0, 1)).toBeUndefined();
  });

  it('leads to the player only where the player has the bytes', () => {
    const board = withAnswer(undefined, FULL);
    const report = {video: [{track: 'v360'} as ReportRung]};
    expect(momentOf(board, {chunk: 1, rung: 0}, report)).toEqual({seconds: expect.closeTo(96.5 * 1001 / 24000) as number, track: 'v360'});
    expect(momentOf(board, {chunk: 1, rung: 1}, report)).toBeUndefined();
    expect(momentOf(board, {chunk: 1, rung: 0}, undefined)).toBeUndefined();
  });

  it('counts sound with the picture', () => {
    expect(counts(withAnswer(undefined, FULL))).toEqual({waiting: 1, running: 1, encoded: 1, packaged: 1, failed: 0});
  });
});
