import {describe, expect, it} from 'vitest';
import type {Phase, Title} from '../../api/types';
import {encodedShare, stagesOf} from './stagesOf';

const NOTHING_DONE = {
  tasks: 0, encoded: 0, packaged: 0, running: 0, framesDone: 0, parts: 0, reusedParts: 0, retries: 0, etaSeconds: -1,
};

function title(...phases: Phase[]): Pick<Title, 'phase' | 'phases' | 'progress'> {
  return {
    phase: phases.at(-1) ?? 'NEW',
    phases: phases.map((phase, minute) => ({phase, at: `2026-01-01T00:0${minute}:00Z`})),
    progress: NOTHING_DONE,
  };
}

function states(...phases: Phase[]): string[] {
  return stagesOf(title(...phases)).map(({state}) => state);
}

describe('stagesOf', () => {
  it('shows what runs, what is done and what lies ahead', () => {
    expect(states('SUBMITTED', 'INSPECTING', 'PLANNING')).toEqual(['done', 'done', 'now', 'ahead', 'ahead']);
  });

  it('has a failed title fail where it stopped', () => {
    expect(states('SUBMITTED', 'INSPECTING', 'FAILED')).toEqual(['done', 'failed', 'ahead', 'ahead', 'ahead']);
  });

  it('shows a held title at publishing', () => {
    expect(states('SUBMITTED', 'INSPECTING', 'PLANNING', 'ENCODING', 'PUBLISHING', 'HELD').at(-1)).toBe('failed');
  });

  it('says that a stage waits for a person', () => {
    expect(states('SUBMITTED', 'INSPECTING', 'PLANNING', 'AWAITING_START')[3]).toBe('waits');
  });

  it('is done with everything once the title is public', () => {
    expect(new Set(states('SUBMITTED', 'INSPECTING', 'PLANNING', 'ENCODING', 'PUBLISHING', 'PUBLISHED'))).toEqual(new Set(['done']));
  });

  it('counts the time of a stage from its work, not from the wait before it', () => {
    const encode = stagesOf(title('SUBMITTED', 'INSPECTING', 'PLANNING', 'AWAITING_START', 'ENCODING', 'PUBLISHING'))[3];
    expect(encode?.startedAt).toBe(Date.parse('2026-01-01T00:04:00Z'));
    expect(encode?.endedAt).toBe(Date.parse('2026-01-01T00:05:00Z'));
  });

  it('forgets the run before the latest', () => {
    expect(states('SUBMITTED', 'INSPECTING', 'PLANNING', 'ENCODING', 'FAILED', 'SUBMITTED', 'INSPECTING'))
      .toEqual(['done', 'now', 'ahead', 'ahead', 'ahead']);
  });
});

describe('encodedShare', () => {
  it('is unknown before there are tasks', () => {
    expect(encodedShare({progress: NOTHING_DONE})).toBeUndefined();
  });

  it('is whole only after packaging', () => {
    const encoded = {...NOTHING_DONE, tasks: 4, encoded: 4, packaged: 2};
    expect(encodedShare({progress: encoded})).toBeCloseTo(0.975);
    expect(encodedShare({progress: {...encoded, packaged: 4}})).toBe(1);
  });
});
