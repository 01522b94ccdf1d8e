import type {Series} from '../data/documents';

/** One list of instants and, for each series, its values there; where a series has none stands null. */
export interface Aligned {
  xs: number[];
  ys: (number | null)[][];
}

/** Brings series with instants of their own onto common ones. */
export function align(all: readonly Series[]): Aligned {
  const xs = [...new Set(all.flatMap(({seconds}) => seconds))].sort((one, other) => one - other);
  const indexes = new Map(xs.map((x, index) => [x, index]));
  const ys = all.map(({seconds, values}) => {
    const row = new Array<number | null>(xs.length).fill(null);
    seconds.forEach((second, index) => {
      row[indexes.get(second) ?? 0] = values[index] ?? null;
    });
    return row;
  });
  return {xs, ys};
}

/** The same series held until {@code end}: a segment's rate counts until the segment ends. */
export function heldUntil(series: Series, end: number): Series {
  const last = series.values.at(-1);
  return last === undefined || (series.seconds.at(-1) ?? end) >= end
    ? series
    : {seconds: [...series.seconds, end], values: [...series.values, last]};
}

/** The last value at or before an instant. */
export function valueAt({seconds, values}: Series, time: number): number | undefined {
  let from = 0;
  let until = seconds.length;
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((seconds[middle] ?? 0) <= time) {
      from = middle + 1;
    } else {
      until = middle;
    }
  }
  return values[from - 1];
}
