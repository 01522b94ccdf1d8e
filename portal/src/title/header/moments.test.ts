import {describe, expect, it} from 'vitest';
import {fromInput, toInput} from './moments';

describe('a date-time input', () => {
  it('holds an instant to the minute, in any zone', () => {
    expect(fromInput(toInput('2026-03-29T01:30:00.000Z'))).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is empty without one', () => {
    expect(toInput(undefined)).toBe('');
    expect(fromInput('')).toBeUndefined();
    expect(fromInput('soon')).toBeUndefined();
  });
});
