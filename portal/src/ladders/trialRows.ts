import {USUAL_CODEC, usualPreset} from './fields';
import {readLadder, type Ladder} from './ladder';
import {familyName} from './summary';
import type {TrialRung} from './trialRungs';

/** What a rung was asked for, beside what came out. */
export interface TrialRow {
  rung: TrialRung;
  /** As the ladder writes it; absent for a rung that the planner added. */
  asked: {crf: string; preset: string} | undefined;
  /** How it differs from the same rung of another trial; absent if that has none. */
  change: Change | undefined;
  /** Average and peak as shares of the cap; absent if the cap is unknown. */
  shares: {average: number; peak: number} | undefined;
}

export interface Change {
  /** Of the average rate: 0.1 is a tenth more. */
  rate: number;
  /** In dB; absent if one of them was not measured. */
  xpsnr: number | undefined;
}

/** The rungs of a trial, compared with those of `other` where there is one. */
export function trialRows(yaml: string, rungs: readonly TrialRung[], other: readonly TrialRung[] = []): TrialRow[] {
  const ladder = readLadder(yaml);
  return rungs.map((rung) => ({rung, asked: askedOf(ladder, rung), change: changeOf(rung, other), shares: sharesOf(rung)}));
}

function changeOf({name, family, averageBitsPerSecond, xpsnr}: TrialRung, other: readonly TrialRung[]): Change | undefined {
  const before = other.find((rung) => rung.name === name && rung.family === family);
  return before && before.averageBitsPerSecond > 0 ? {
    rate: averageBitsPerSecond / before.averageBitsPerSecond - 1,
    xpsnr: xpsnr === undefined || before.xpsnr === undefined ? undefined : xpsnr - before.xpsnr,
  } : undefined;
}

/** A ladder's height is the shorter side, which is the width of a portrait picture. */
function askedOf(ladder: Ladder, rung: TrialRung): TrialRow['asked'] {
  const side = Math.min(rung.width, rung.height);
  for (let index = 0; index < ladder.rungs; index++) {
    const field = (name: string) => ladder.field(['rungs', index, name]);
    const codec = field('codec') ?? USUAL_CODEC;
    if (Number(field('height')) === side && familyName(codec, field('dynamicRange') ?? 'sdr') === rung.family) {
      return {crf: field('crf') ?? '', preset: field('preset') ?? usualPreset(codec)};
    }
  }
  return undefined;
}

function sharesOf({averageBitsPerSecond, peakBitsPerSecond, capBitsPerSecond}: TrialRung): TrialRow['shares'] {
  return capBitsPerSecond > 0
    ? {average: averageBitsPerSecond / capBitsPerSecond, peak: peakBitsPerSecond / capBitsPerSecond}
    : undefined;
}
