import {USUAL_CODEC} from './fields';
import {bitsPerSecond, readLadder} from './ladder';

/** A ladder at a glance. */
export interface LadderSummary {
  families: readonly {family: string; heights: readonly number[]}[];
  /** Bits per second; 0 if no rung has one. */
  largestCap: number;
  segment: string;
}

const CODEC_NAMES: Record<string, string> = {h264: 'H.264', hevc: 'HEVC', av1: 'AV1'};

/** The family of a rung as the server's reports name it. */
export function familyName(codec: string, dynamicRange: string): string {
  const name = CODEC_NAMES[codec] ?? codec;
  return dynamicRange === 'hdr' ? `${name} HDR` : name;
}

export function summaryOf(text: string): LadderSummary {
  const ladder = readLadder(text);
  const families = new Map<string, number[]>();
  let largestCap = 0;
  for (let index = 0; index < ladder.rungs; index++) {
    const field = (name: string) => ladder.field(['rungs', index, name]);
    const family = familyName(field('codec') ?? USUAL_CODEC, field('dynamicRange') ?? 'sdr');
    families.set(family, [...(families.get(family) ?? []), Number(field('height') ?? 0)]);
    largestCap = Math.max(largestCap, bitsPerSecond(field('maxBitrate')) ?? 0);
  }
  return {
    families: [...families].map(([family, heights]) => ({family, heights: heights.sort((a, b) => b - a)})),
    largestCap,
    segment: `${ladder.field(['segmentSeconds']) ?? '6'} s`,
  };
}
