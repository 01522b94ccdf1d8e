import {expect, it} from 'vitest';
import type {Mark} from './mark';
import type {Piece, Transfer} from './transfer';
import {TransferFiles} from './TransferFiles';

function mark(fileName: string): Mark {
  return {fileName, sizeBytes: fileName.length, head: fileName};
}

function transfer(...names: string[]): Transfer {
  const pieces = names.map((name): Piece => ({purpose: 'master', mark: mark(name), receivedBytes: 0, isDone: false}));
  return {id: 'one', owner: 'me', form: {source: ''} as Transfer['form'], pieces, state: 'detached', tries: 0};
}

it('take_afterAReload_takesEachFileOnceAndNoOther', () => {
  const files = new TransferFiles();
  const waiting = transfer('film.srt', 'film.mov');
  expect(files.missing(waiting).map(({fileName}) => fileName)).toEqual(['film.srt', 'film.mov']);
  const film = {name: 'film.mov'} as File;
  expect(files.take(waiting, mark('other.mov'), film)).toBe(false);
  expect(files.take(waiting, mark('film.mov'), film)).toBe(true);
  expect(files.take(waiting, mark('film.mov'), film)).toBe(false);
  expect(files.missing(waiting).map(({fileName}) => fileName)).toEqual(['film.srt']);
  expect(files.of(waiting, waiting.pieces[1] as Piece)).toBe(film);
});

it('take_whileSending_takesNone', () => {
  const files = new TransferFiles();
  expect(files.take({...transfer('a'), state: 'sending'}, mark('a'), {name: 'a'} as File)).toBe(false);
});
