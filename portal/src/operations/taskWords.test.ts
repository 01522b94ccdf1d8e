import {expect, it} from 'vitest';
import {subjectOf, taskWords} from './taskWords';

const chunk = {titleId: 'news', version: 1, step: 'ENCODE', task: {kind: 'VIDEO_CHUNK', number: 11}, attempt: 1};

it('tells chunk, frames and, once known, speed', () => {
  expect(taskWords({id: chunk, done: 48}, undefined)).toBe('chunk 12, 48 frames');
  expect(taskWords({id: {...chunk, attempt: 2}, done: 48}, 23.6)).toBe('chunk 12, attempt 2, 24 frames/s');
});

it('tells the step of work without a task', () => {
  expect(taskWords({id: {titleId: 'news', version: 1, step: 'INSPECT', attempt: 1}, done: 0}, undefined)).toBe('inspection');
});

it('names what a dead letter is about', () => {
  const letter = {id: 'a', at: '', kind: '', message: '', tenant: '', workerId: '', run: 1, source: '', payload: '', replay: ''};
  expect(subjectOf({...letter, task: chunk})).toBe('news, encoding, chunk 12');
  expect(subjectOf({...letter, source: 'reelway.ingest 0 17'})).toBe('reelway.ingest 0 17');
});
