// How far the sound of a title is from where it is in the master, by what is heard.

import {RATE} from './ffmpeg.mjs';

const WINDOW = 5 * RATE;
const REACH = 0.25 * RATE;
const LEAST_LIKENESS = 0.6;
const QUIET = 30; // mean level out of 32768 below which there is nothing to compare

/**
 * Milliseconds that `title` is later than `master` in a window, or a word where that cannot be told.
 * Both are samples from t = 0 of the title on.
 */
function offset(master, title, from) {
  const start = Math.max(REACH, from);
  const end = Math.min(start + WINDOW, master.length - REACH, title.length - REACH);
  if (end - start < RATE / 4) return 'too short';
  let level = 0;
  for (let i = start; i < end; i++) level += Math.abs(master[i]);
  if (level / (end - start) < QUIET) return 'silent';
  let best = {likeness: -1, lag: 0};
  for (let lag = -REACH; lag <= REACH; lag++) {
    let product = 0;
    let own = 0;
    let other = 0;
    for (let i = start; i < end; i++) {
      const a = master[i];
      const b = title[i + lag];
      product += a * b;
      own += a * a;
      other += b * b;
    }
    const likeness = product / Math.sqrt(own * other || 1);
    if (likeness > best.likeness) best = {likeness, lag};
  }
  return best.likeness < LEAST_LIKENESS ? 'unlike' : ((best.lag * 1000) / RATE).toFixed(1);
}

/** The offset at the start and at the end. */
export function offsets(master, title) {
  const last = Math.min(master.length, title.length) - REACH - WINDOW;
  return [offset(master, title, 0), offset(master, title, last)];
}
