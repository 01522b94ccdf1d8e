/** How fast bytes went lately. */
export interface Meter {
  samples: readonly Sample[];
}

interface Sample {
  at: number;
  bytes: number;
}

const WINDOW_MS = 10_000;
/** Less tells nothing yet. */
const SHORTEST_MS = 500;

export const STILL: Meter = {samples: []};

/** Takes note that so many bytes lie on the server now. */
export function measured({samples}: Meter, at: number, bytes: number): Meter {
  const last = samples.at(-1);
  const isBack = last !== undefined && bytes < last.bytes;
  const recent = isBack ? [] : samples.filter((sample) => at - sample.at <= WINDOW_MS);
  return {samples: [...recent, {at, bytes}]};
}

/** Bytes per second of the last ten seconds; absent while it is too early to tell. */
export function rateOf({samples}: Meter): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at - first.at < SHORTEST_MS) {
    return undefined;
  }
  return (last.bytes - first.bytes) / ((last.at - first.at) / 1000);
}

export function secondsLeft(meter: Meter, leftBytes: number): number | undefined {
  const rate = rateOf(meter);
  return rate ? leftBytes / rate : undefined;
}
