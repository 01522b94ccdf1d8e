import {describe, expect, it} from 'vitest';
import {isDeleted, markDeleted, markGone, markThere} from './deleted';

describe('deleted', () => {
  it('markThere_beforeTheServerIsDone_staysDeleted', () => {
    markDeleted('t1');
    markThere('t1');
    expect(isDeleted('t1')).toBe(true);
  });

  it('markThere_afterItWasGone_isAnotherTitle', () => {
    markDeleted('t2');
    markGone('t2');
    expect(isDeleted('t2')).toBe(true);
    markThere('t2');
    expect(isDeleted('t2')).toBe(false);
  });
});
