import {USUAL_CODEC, usualPreset} from './fields';
import {readLadder, type Ladder} from './ladder';
import {familyName} from './summary';
import type {TrialRung} from './trialRungs';

/** What a rung was asked for, beside what came out. */
export interface TrialRow {
  rung: TrialRung;
  /** As the ladder writes it; absent for a rung that the planner added. */
  asked: {crf: string; preset: string} | undefined;
  /** Average and peak as shares of the cap; absent if the cap is unknown. */
  shares: {average: number; peak: number} | undefined;
}

export function trialRows(yaml: string, rungs: readonly TrialRung[]): TrialRow[] {
  const ladder = readLadder(yaml);
  return rungs.map((rung) => ({rung, asked: askedOf(ladder, rung), shares: sharesOf(rung)}));
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
