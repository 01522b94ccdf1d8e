import {describe, expect, it} from 'vitest';
import type {Phase, Title} from '../api/types';
import {fits, readFilter, sortedBy, writeFilter, type TitleFilter} from './filter';

const PHASES: readonly Phase[] = ['ENCODING', 'PUBLISHED', 'FAILED'];

describe('filter', () => {
  it('readFilter_whatWriteFilterWrote_isTheSame', () => {
    const filter: TitleFilter = {query: 'a & b=c', phases: ['ENCODING', 'FAILED'], sort: 'name'};
    expect(readFilter(writeFilter(filter), PHASES)).toEqual(filter);
  });

  it('writeFilter_usual_isEmpty', () => {
    expect(writeFilter(readFilter('', PHASES))).toBe('');
  });

  it('readFilter_unknownWords_areLeftOut', () => {
    expect(readFilter('?phase=BURNING,FAILED&sort=colour', PHASES)).toEqual({query: '', phases: ['FAILED'], sort: '-created'});
  });

  it('sortedBy_sameField_turns', () => {
    expect(sortedBy('name', '-created')).toBe('name');
    expect(sortedBy('name', 'name')).toBe('-name');
    expect(sortedBy('created', '-created')).toBe('created');
    expect(sortedBy('updated', 'name')).toBe('-updated');
  });

  it('fits_everyWordSomewhere', () => {
    const title = {
      titleId: 'x1', name: 'Evening News', master: 's3://m/NEWS.mov', profileName: 'sport', phase: 'FAILED', metadata: {show: 'Late'},
    } as unknown as Title;
    const filter = (query: string): TitleFilter => ({query, phases: [], sort: 'name'});
    expect(fits(title, filter('late news'))).toBe(true);
    expect(fits(title, filter('late movie'))).toBe(false);
    expect(fits(title, {...filter(''), phases: ['PUBLISHED']})).toBe(false);
    expect(fits({...title, metadata: {'reelway.trialOf': 'x'}}, filter(''))).toBe(false);
  });
});
