/** The dates of a title, as instants; undefined where there is none. */
export interface Dates {
  publishAt: string | undefined;
  unpublishAt: string | undefined;
}

/** One of them to be set, or dropped if `at` is undefined. */
export interface DateChange {
  date: 'publish' | 'unpublish';
  at: string | undefined;
}

/** What leads from some dates to others; at no step would a title be taken off before it is published. */
export function changesOf(before: Dates, after: Dates): DateChange[] {
  const publish: DateChange[] = isSame(before.publishAt, after.publishAt) ? [] : [{date: 'publish', at: after.publishAt}];
  const unpublish: DateChange[] = isSame(before.unpublishAt, after.unpublishAt) ? [] : [{date: 'unpublish', at: after.unpublishAt}];
  const isLater = after.publishAt !== undefined && before.unpublishAt !== undefined
    && Date.parse(after.publishAt) >= Date.parse(before.unpublishAt);
  return isLater ? [...unpublish, ...publish] : [...publish, ...unpublish];
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && Date.parse(one) === Date.parse(other));
}
