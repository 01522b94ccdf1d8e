import {expect, it} from 'vitest';
import type {DeadLetter} from '../api/types';
import {replayAll} from './replay';

function letter(id: string): DeadLetter {
  return {id, at: '', kind: '', message: '', tenant: '', workerId: '', run: 1, source: '', payload: '', replay: ''};
}

it('goes on behind one that is refused', async () => {
  const asked: string[] = [];
  const replayed = await replayAll(['a', 'b', 'c'].map(letter), async (id) => {
    asked.push(id);
    if (id === 'b') {
      throw new Error('The title went on since then.');
    }
  });
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(replayed.done).toBe(2);
  expect(replayed.errors).toHaveLength(1);
});
