import {expect, it} from 'vitest';
import type {TaskMap} from '../api/types';
import {rungsOf} from './trialRungs';

const MAP: TaskMap = {
  version: 1, full: true, complete: true, next: '', frameRate: '25/1', totalFrames: 75, firstFrames: [0, 50],
  rungs: [{track: 'v1', name: '720p', trickPlay: false}, {track: 't', name: 'Fast forward', trickPlay: true}],
  audio: [], text: [], workers: [],
  tasks: [
    {k: 'V', n: 0, s: 'P', b: [250_000, 1], x: [40, -1]},
    {k: 'V', n: 1, s: 'P', b: [250_000, 1], x: [42, -1]},
    {k: 'A', n: 0, s: 'P', b: [9]},
  ],
};
const PLAN = {
  rungs: [{name: '720p', width: 1280, height: 720, rate: '25/1', codec: 'H264', maxBitsPerSecond: 3_000_000, bitDepth: 8}],
  audio: [],
};

it('adds the chunks of each rung up', () => {
  const [rung, ...others] = rungsOf(PLAN, MAP);
  expect(others).toEqual([]);
  expect(rung).toMatchObject({family: 'H.264', capBitsPerSecond: 3_000_000, peakBitsPerSecond: 2_000_000, xpsnr: 41});
  expect(rung?.averageBitsPerSecond).toBeCloseTo(4_000_000 / 3);
});

it('knows no quality where none was measured', () => {
  const tasks = MAP.tasks.map(({x: _, ...task}) => task);
  expect(rungsOf(PLAN, {...MAP, tasks})[0]?.xpsnr).toBeUndefined();
});
