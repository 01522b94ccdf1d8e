/** A second in the middle of a frame: where a frame begins is a matter of rounding. */
export function timeOfFrame(frame: number, framesPerSecond: number): number {
  return (frame + 0.5) / framesPerSecond;
}

/** The frame that is shown at a second. */
export function frameAt(seconds: number, framesPerSecond: number): number {
  return Math.max(0, Math.floor(seconds * framesPerSecond + 1e-6));
}

/** The frame whose first instant a decoder names, which it rounds. */
export function frameOfMediaTime(mediaTime: number, framesPerSecond: number): number {
  return Math.max(0, Math.round(mediaTime * framesPerSecond));
}

export type Correction = {kind: 'none'} | {kind: 'speed'; rate: number} | {kind: 'seek'};

const FARTHEST_SECONDS = 0.5;
/** Nobody hears it: the pictures are muted. */
const STRONGEST = 0.3;

/** What brings a picture that is {@code drift} seconds ahead back to the other one. */
export function correctionOf(drift: number, framesPerSecond: number): Correction {
  const distance = Math.abs(drift);
  if (distance > FARTHEST_SECONDS) {
    return {kind: 'seek'};
  }
  if (distance < 0.25 / framesPerSecond) {
    return {kind: 'none'};
  }
  return {kind: 'speed', rate: 1 - Math.sign(drift) * Math.min(STRONGEST, 2 * distance)};
}
