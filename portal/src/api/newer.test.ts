import {describe, expect, it} from 'vitest';
import type {Title} from './types';
import {newer} from './newer';

const at = (updatedAt: string) => ({updatedAt} as Title);

describe('newer', () => {
  it('does not let a late answer undo an event', () => {
    const event = at('2026-01-01T00:00:02.000000001Z');
    expect(newer(event, at('2026-01-01T00:00:01Z'))).toBe(event);
  });

  it('takes what is as young, and whatever comes first', () => {
    const next = at('2026-01-01T00:00:02Z');
    expect(newer(at('2026-01-01T00:00:02Z'), next)).toBe(next);
    expect(newer(undefined, next)).toBe(next);
  });
});
