import {describe, expect, it} from 'vitest';
import type {Phase, Title, TitlePage} from '../api/types';
import type {TitleFilter} from './filter';
import {merge, without} from './merge';

const ALL: TitleFilter = {query: '', phases: [], sort: '-created'};

function title(number: number, phase: Phase = 'PUBLISHED', name = `Title ${number}`): Title {
  const at = new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();
  return {
    titleId: `t${number}`, name, phase, master: 's3://m/x.mov', profileName: 'default', metadata: {}, createdAt: at, updatedAt: at,
  } as Title;
}

function pages(...numbers: number[][]) {
  const total = numbers.flat().length;
  return {
    pages: numbers.map((some, at): TitlePage => ({
      titles: some.map((number) => title(number)), total, ...(at < numbers.length - 1 && {next: `p${at}`}),
    })),
    pageParams: numbers.map((_, at) => at),
  };
}

function shown(list: {pages: readonly TitlePage[]}) {
  return list.pages.flatMap((page) => page.titles.map(({titleId, phase}) => `${titleId} ${phase}`));
}

const changes = (...titles: Title[]) => new Map(titles.map((each) => [each.titleId, each]));

describe('merge', () => {
  it('merge_knownTitle_staysWhereItStands', () => {
    const list = merge(pages([3, 2], [1]), changes(title(2, 'ENCODING')), ALL);
    expect(shown(list)).toEqual(['t3 PUBLISHED', 't2 ENCODING', 't1 PUBLISHED']);
  });

  it('merge_pageWithoutChange_isTheSameObject', () => {
    const before = pages([3, 2], [1]);
    expect(merge(before, changes(title(1, 'FAILED')), ALL).pages[0]).toBe(before.pages[0]);
  });

  it('merge_newTitle_comesFirstAndCounts', () => {
    const list = merge(pages([3, 2], [1]), changes(title(4, 'SUBMITTED')), ALL);
    expect(shown(list)[0]).toBe('t4 SUBMITTED');
    expect(list.pages.at(-1)?.total).toBe(4);
  });

  it('merge_newTitleByName_comesWhereItBelongs', () => {
    const list = merge(pages([1, 2, 4]), changes(title(3)), {...ALL, sort: 'name'});
    expect(shown(list).map((text) => text.split(' ')[0])).toEqual(['t1', 't2', 't3', 't4']);
  });

  it('merge_newTitleBehindWhatIsLoaded_isLeftToItsPage', () => {
    const partly = pages([5, 4]);
    const list = merge({...partly, pages: [{...partly.pages[0] as TitlePage, next: 'more'}]}, changes(title(1)), ALL);
    expect(shown(list)).toHaveLength(2);
  });

  it('merge_titleThatNoLongerFits_goes', () => {
    const list = merge(pages([3, 2]), changes(title(2, 'FAILED')), {...ALL, phases: ['PUBLISHED']});
    expect(shown(list)).toEqual(['t3 PUBLISHED']);
    expect(list.pages[0]?.total).toBe(1);
  });

  it('merge_otherName_isNotListedWhenSearching', () => {
    expect(shown(merge(pages([3]), changes(title(9, 'NEW', 'Other')), {...ALL, query: 'title 3'}))).toHaveLength(1);
  });

  it('without_ids_goAndCount', () => {
    const list = without(pages([3, 2], [1]), new Set(['t2', 't1']));
    expect(shown(list)).toEqual(['t3 PUBLISHED']);
    expect(list.pages[0]?.total).toBe(1);
  });
});
