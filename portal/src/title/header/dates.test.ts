import {describe, expect, it} from 'vitest';
import {changesOf} from './dates';

const [MAY, JUNE, JULY, AUGUST] = ['05', '06', '07', '08'].map((month) => `2027-${month}-01T20:00:00Z`);

describe('changesOf', () => {
  it('leaves alone what stays, however it is written', () => {
    expect(changesOf({publishAt: '2027-05-01T20:00:00.000Z', unpublishAt: JULY}, {publishAt: MAY, unpublishAt: undefined}))
      .toEqual([{date: 'unpublish', at: undefined}]);
  });

  it('moves both earlier, the first one first', () => {
    expect(changesOf({publishAt: JULY, unpublishAt: AUGUST}, {publishAt: MAY, unpublishAt: JUNE}).map(({date}) => date))
      .toEqual(['publish', 'unpublish']);
  });

  it('makes room before it moves both later', () => {
    expect(changesOf({publishAt: MAY, unpublishAt: JUNE}, {publishAt: JULY, unpublishAt: AUGUST}).map(({date}) => date))
      .toEqual(['unpublish', 'publish']);
  });
});
