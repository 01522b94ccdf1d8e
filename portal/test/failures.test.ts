import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {explanationOf, failures} from '../src/strings/failures';

const DOCUMENT = new URL('../../docs/failure-codes.md', import.meta.url);
const ROW = /^\| `([A-Z_]+)` \|.*\| (user|master|system) \|/gm;

describe('failures in plain words', () => {
  it('are those of docs/failure-codes.md, with the same fault', () => {
    const documented = [...readFileSync(DOCUMENT, 'utf8').matchAll(ROW)].map(([, code, fault]) => [code, fault]);
    expect(documented.length).toBeGreaterThan(20);
    const told = Object.entries(failures).map(([code, {fault}]) => [code, fault]);
    expect(told.sort()).toEqual(documented.sort());
  });

  it('send nobody to a command line', () => {
    for (const {advice} of Object.values(failures)) {
      expect(advice).not.toMatch(/--|command/);
    }
  });

  it('are there in general for codes of later servers', () => {
    expect(explanationOf('SOMETHING_NEW').advice).not.toBe('');
  });
});
