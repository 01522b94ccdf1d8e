import type {Title, TitlePage} from '../api/types';
import {compare, fits, type TitleFilter} from './filter';

/** Pages of the list as they came. */
export interface TitlePages {
  pages: readonly TitlePage[];
  pageParams: readonly unknown[];
}

/**
 * The list after these titles changed: known ones are replaced where they stand (they must not jump
 * while somebody reads), those that no longer fit go, new ones come where they belong.
 */
export function merge<P extends TitlePages>(list: P, changed: ReadonlyMap<string, Title>, filter: TitleFilter): P {
  const news = new Map([...changed].filter(([, title]) => fits(title, filter)));
  let gone = 0;
  const replaced = list.pages.map((page) => {
    if (!page.titles.some(({titleId}) => changed.has(titleId))) {
      return page;
    }
    const titles = page.titles.flatMap((old) => {
      const now = changed.get(old.titleId);
      if (!now) {
        return [old];
      }
      const isFitting = news.delete(old.titleId);
      gone += isFitting ? 0 : 1;
      return isFitting ? [now] : [];
    });
    return {...page, titles};
  });
  const {pages, added} = insertAll(replaced, [...news.values()], filter);
  return {...list, pages: withTotal(pages, added - gone)};
}

function insertAll(pages: readonly TitlePage[], titles: readonly Title[], filter: TitleFilter) {
  let all = pages;
  let added = 0;
  for (const title of titles) {
    const next = insert(all, title, filter);
    added += next === all ? 0 : 1;
    all = next;
  }
  return {pages: all, added};
}

/** Titles behind the last loaded one are left out: their page brings them. */
function insert(pages: readonly TitlePage[], title: Title, {sort}: TitleFilter): readonly TitlePage[] {
  const isBefore = (other: Title | undefined) => other !== undefined && compare(title, other, sort) < 0;
  // Pages are in order, so their last titles tell which one it is.
  const first = pages.findIndex((page) => isBefore(page.titles.at(-1)));
  if (first < 0 && pages.at(-1)?.next !== undefined) {
    return pages;
  }
  const target = first < 0 ? pages.length - 1 : first;
  return pages.map((page, number) => {
    if (number !== target) {
      return page;
    }
    const found = page.titles.findIndex(isBefore);
    const at = found < 0 ? page.titles.length : found;
    return {...page, titles: [...page.titles.slice(0, at), title, ...page.titles.slice(at)]};
  });
}

function withTotal(pages: readonly TitlePage[], difference: number): TitlePage[] {
  return pages.map((page) => (difference === 0 ? page : {...page, total: Math.max(0, page.total + difference)}));
}

/** The list without these titles. */
export function without<P extends TitlePages>(list: P, ids: ReadonlySet<string>): P {
  let gone = 0;
  const pages = list.pages.map((page) => {
    const titles = page.titles.filter(({titleId}) => !ids.has(titleId));
    gone += page.titles.length - titles.length;
    return titles.length === page.titles.length ? page : {...page, titles};
  });
  return {...list, pages: withTotal(pages, -gone)};
}
