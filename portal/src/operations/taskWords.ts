import type {DeadLetter} from '../api/types';
import {strings} from '../strings';
import {count} from '../ui/format';
import type {Running} from './speeds';

const text = strings.operations;

/** What a task is and how it goes, such as `chunk 12, attempt 2, 48 frames/s`. */
export function taskWords({id, done}: Running, perSecond: number | undefined): string {
  const words = [id.task ? text.taskOf(text.tasks[id.task.kind] ?? id.task.kind, id.task.number + 1) : (text.steps[id.step] ?? id.step)];
  if (id.attempt > 1) {
    words.push(text.attempt(id.attempt));
  }
  if (id.step === 'ENCODE' && id.task?.kind === 'VIDEO_CHUNK') {
    words.push(perSecond === undefined ? text.frames(count(done)) : text.framesPerSecond(perSecond.toFixed(perSecond < 10 ? 1 : 0)));
  }
  return words.join(', ');
}

/** What was done when it was given up, such as `packaging, chunk 12`. */
export function workOf({task, source}: DeadLetter): string {
  if (!task) {
    return source || text.ingestRecord;
  }
  const of = task.task && text.taskOf(text.tasks[task.task.kind] ?? task.task.kind, task.task.number + 1);
  return [text.steps[task.step] ?? task.step, of].filter(Boolean).join(', ');
}

/** The same with the title in front. */
export function subjectOf(letter: DeadLetter): string {
  return [letter.task?.titleId, workOf(letter)].filter(Boolean).join(', ');
}
