import type {DeadLetter} from '../api/types';

export interface Replayed {
  done: number;
  errors: readonly unknown[];
}

/** Replays one after the other; one that is refused does not keep the others. */
export async function replayAll(letters: readonly DeadLetter[], replay: (id: string) => Promise<unknown>): Promise<Replayed> {
  const errors: unknown[] = [];
  for (const {id} of letters) {
    await replay(id).catch((error: unknown) => errors.push(error));
  }
  return {done: letters.length - errors.length, errors};
}
