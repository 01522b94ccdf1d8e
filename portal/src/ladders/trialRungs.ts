import type {TaskMap} from '../api/types';
import type {PlannedRung} from '../title/data/documents';

/** What came out of a rung of a trial. */
export interface TrialRung {
  track: string;
  name: string;
  family: string;
  width: number;
  height: number;
  averageBitsPerSecond: number;
  /** Of the chunk that needed most. */
  peakBitsPerSecond: number;
  /** 0 if unknown. */
  capBitsPerSecond: number;
  xpsnr?: number;
}

/** What is read of the plan of a trial. */
interface TriedPlan {
  rungs: readonly Pick<PlannedRung, 'name' | 'width' | 'height' | 'codec' | 'maxBitsPerSecond'>[];
}

const CODECS: Record<string, string> = {H264: 'H.264'};

/** Adds up the chunks of each rung; the rendition for fast forward is none. */
export function rungsOf(plan: TriedPlan, map: TaskMap): TrialRung[] {
  return map.rungs.flatMap(({track, name, trickPlay}, index) => {
    const planned = plan.rungs.find((rung) => rung.name === name);
    return trickPlay || !planned ? [] : [{
      track,
      name,
      family: `${CODECS[planned.codec] ?? planned.codec}${name.endsWith(' HDR') ? ' HDR' : ''}`,
      width: planned.width,
      height: planned.height,
      capBitsPerSecond: planned.maxBitsPerSecond,
      ...measured(map, index),
    }];
  });
}

function measured(map: TaskMap, index: number) {
  const chunks = map.tasks.filter(({k}) => k === 'V').map(({n, b, x}) => ({
    seconds: framesOf(map, n) / rateOf(map), bits: 8 * Math.max(0, b?.[index] ?? 0), xpsnr: x?.[index] ?? -1,
  }));
  const sum = (of: (chunk: (typeof chunks)[number]) => number) => chunks.reduce((before, chunk) => before + of(chunk), 0);
  const scored = chunks.filter(({xpsnr}) => xpsnr >= 0);
  return {
    averageBitsPerSecond: sum(({bits}) => bits) / Math.max(1e-9, sum(({seconds}) => seconds)),
    peakBitsPerSecond: Math.max(0, ...chunks.map(({bits, seconds}) => bits / seconds)),
    xpsnr: scored.length === 0 ? undefined : scored.reduce((before, {xpsnr}) => before + xpsnr, 0) / scored.length,
  };
}

function framesOf({firstFrames = [], totalFrames}: TaskMap, chunk: number): number {
  return (firstFrames[chunk + 1] ?? totalFrames) - (firstFrames[chunk] ?? 0);
}

function rateOf({frameRate}: TaskMap): number {
  const [over = 25, under = 1] = frameRate.split('/').map(Number);
  return over / under;
}
