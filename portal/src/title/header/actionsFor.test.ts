import {describe, expect, it} from 'vitest';
import type {Phase, Role, Title} from '../../api/types';
import {actionsFor, isOver} from './actionsFor';

const published = {version: 1, planHash: 'p', hlsKey: 'h', dashKey: 'd'};

const viewer = (least: Role) => least === 'viewer';
const editor = (least: Role) => viewer(least) || least === 'editor';
const operator = (least: Role) => editor(least) || least === 'operator';

function title(phase: Phase, isPublic = false): Pick<Title, 'phase' | 'published'> {
  return isPublic ? {phase, published} : {phase};
}

describe('actionsFor', () => {
  it('offers a viewer nothing', () => {
    expect(actionsFor(title('FAILED'), viewer)).toEqual([]);
  });

  it('leads with the start of a title that waits for it', () => {
    expect(actionsFor(title('AWAITING_START'), editor)).toEqual(['start', 'schedule', 'cancel', 'edit']);
  });

  it('lets a held title be tried again or given up, and by operators be published all the same', () => {
    expect(actionsFor(title('HELD'), editor)).toEqual(['schedule', 'retry', 'cancel', 'edit']);
    expect(actionsFor(title('HELD'), operator)).toContain('force');
  });

  it('takes a failed title off only while an earlier version is public', () => {
    expect(actionsFor(title('FAILED'), editor)).not.toContain('unpublish');
    expect(actionsFor(title('FAILED', true), editor)).toContain('unpublish');
  });

  it('gives dates to what is public or becomes so', () => {
    expect(actionsFor(title('FAILED'), editor)).not.toContain('schedule');
    expect(actionsFor(title('FAILED', true), editor)).toContain('schedule');
    expect(actionsFor(title('ENCODING'), editor)).toContain('schedule');
  });

  it('keeps deleting for operators', () => {
    expect(actionsFor(title('PUBLISHED', true), editor)).not.toContain('delete');
    expect(actionsFor(title('PUBLISHED', true), operator)).toContain('delete');
  });

  it('offers nothing but deleting while manifests are put back', () => {
    expect(actionsFor(title('ROLLING_BACK', true), operator)).toEqual(['delete']);
  });
});

describe('isOver', () => {
  it('says that a held title is not', () => {
    expect(isOver('HELD')).toBe(false);
    expect(isOver('CANCELLED')).toBe(true);
  });
});
