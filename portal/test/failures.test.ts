import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {failures} from '../src/strings/failures';

it('failures, has advice for every code of docs/failure-codes.md', () => {
  const document = readFileSync(new URL('../../docs/failure-codes.md', import.meta.url), 'utf8');
  const codes = [...document.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect(Object.keys(failures).sort()).toEqual(codes.sort());
});
