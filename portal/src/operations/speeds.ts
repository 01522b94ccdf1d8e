import type {Queue} from '../api/types';

type Executor = Queue['executors'][number];
export type Running = Executor['running'][number];

/** What a task had done when. */
interface Sample {
  done: number;
  atMillis: number;
}

/** How fast tasks go, told from what their executors say from time to time. */
export interface Speeds {
  /** The first samples of the tasks that run, by the name of the attempt. */
  starts: ReadonlyMap<string, Sample>;
  /** Units (frames, samples or bytes) a second since that first sample. */
  perSecond: ReadonlyMap<string, number>;
}

export const NO_SPEEDS: Speeds = {starts: new Map(), perSecond: new Map()};

export function attemptName({id}: Running): string {
  const work = id.task ? `${id.task.kind}-${id.task.number}` : '';
  return [id.titleId, id.version, id.step, work, id.attempt].join('/');
}

/** The speeds after another look; tasks that are gone are forgotten. */
export function measured(before: Speeds, executors: readonly Executor[]): Speeds {
  const starts = new Map<string, Sample>();
  const perSecond = new Map<string, number>();
  for (const executor of executors) {
    const atMillis = Date.parse(executor.seenAt);
    for (const running of executor.running) {
      const name = attemptName(running);
      const start = before.starts.get(name) ?? {done: running.done, atMillis};
      starts.set(name, start);
      const seconds = (atMillis - start.atMillis) / 1000;
      if (seconds > 0) {
        perSecond.set(name, (running.done - start.done) / seconds);
      }
    }
  }
  return {starts, perSecond};
}
