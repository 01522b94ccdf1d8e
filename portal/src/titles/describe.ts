import type {Title} from '../api/types';
import {strings} from '../strings';
import {duration} from '../ui/format';

const text = strings.titles;

/** How much is done, 0 to 1; absent in phases that do not encode. */
export function shareDone({phase, plan, progress}: Title): number | undefined {
  if (phase !== 'ENCODING') {
    return undefined;
  }
  const frames = plan?.totalFrames ?? 0;
  const {tasks, encoded, framesDone} = progress;
  if (frames > 0) {
    return Math.min(1, framesDone / frames);
  }
  return tasks > 0 ? encoded / tasks : 0;
}

/** What is to be said of a title beside its phase: how far it is, or what is wrong. */
export function detailOf(title: Title): string {
  const {phase, failure, progress, queuePosition, published, version} = title;
  if (phase === 'FAILED' || phase === 'HELD') {
    return failure ? failure.message : '';
  }
  if (queuePosition > 0) {
    return text.position(queuePosition);
  }
  if (phase === 'ENCODING' && progress.etaSeconds >= 0) {
    return text.left(duration(progress.etaSeconds));
  }
  return published && published.version !== version ? text.shows(published.version) : '';
}
