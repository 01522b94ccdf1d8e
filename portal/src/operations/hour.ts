import type {Statistics} from '../api/types';

/** The last hour in a few numbers. */
export interface Hour {
  tasks: number;
  mediaSeconds: number;
  failures: number;
  /** Seconds of title per second, over the last five minutes that are over. */
  speed: number;
  /** Whether the server has seen less than the hour. */
  sinceWithin: boolean;
}

const RECENT_MINUTES = 5;

export function hourOf({minutes, since}: Statistics): Hour {
  const sum = (of: (minute: Statistics['minutes'][number]) => number) => minutes.reduce((before, minute) => before + of(minute), 0);
  const recent = minutes.slice(-1 - RECENT_MINUTES, -1);
  const first = minutes[0];
  return {
    tasks: sum(({tasks}) => tasks),
    mediaSeconds: sum(({mediaSeconds}) => mediaSeconds),
    failures: sum(({failures}) => failures),
    speed: recent.reduce((before, {mediaSeconds}) => before + mediaSeconds, 0) / (60 * Math.max(1, recent.length)),
    sinceWithin: first !== undefined && Date.parse(since) > Date.parse(first.at),
  };
}
