import type {components} from '../../api/schema';
import type {Report} from '../data/documents';
import type {Moment} from '../player/moment';
import type {Place} from './layout';

export type TaskMap = components['schemas']['TaskMap'];
type TaskCell = components['schemas']['TaskCell'];

export type TaskState = 'waiting' | 'running' | 'encoded' | 'packaged' | 'failed';
export type TaskKind = 'video' | 'audio' | 'text';

/** Where a task stands. */
export interface Task {
  kind: TaskKind;
  number: number;
  state: TaskState;
  attempts: number;
  worker: string | undefined;
  startedAt: number | undefined;
  /** What the finished attempt took. */
  seconds: number | undefined;
  /** Frames, samples or bytes so far, while it runs. */
  done: number | undefined;
  failure: string | undefined;
  /** In each rung; undefined where it is not known. */
  bytes: readonly (number | undefined)[];
  /** XPSNR in each rung in dB; undefined where it is not known. */
  xpsnr: readonly (number | undefined)[];
}

/** All tasks of a submission, as they were last known. */
export interface Board {
  version: number;
  next: string;
  complete: boolean;
  framesPerSecond: number;
  totalFrames: number;
  /** Title frame that each chunk begins with. */
  firstFrames: readonly number[];
  rungs: TaskMap['rungs'];
  audioTracks: readonly string[];
  textTracks: readonly string[];
  video: readonly Task[];
  audio: readonly Task[];
  text: readonly Task[];
  /** Everybody who was ever named, in the order of their names: their colours stay. */
  workers: readonly string[];
}

const STATES: Record<TaskCell['s'], TaskState> = {W: 'waiting', R: 'running', E: 'encoded', P: 'packaged', F: 'failed'};
const KINDS: Record<TaskCell['k'], TaskKind> = {V: 'video', A: 'audio', T: 'text'};

/** What is known after an answer: all of it, or what it changes in what was known before. */
export function withAnswer(before: Board | undefined, answer: TaskMap): Board {
  const known = answer.full || before?.version !== answer.version ? undefined : before;
  const tasks = answer.tasks.map((cell) => taskOf(cell, answer.workers));
  return {
    version: answer.version,
    next: answer.next,
    complete: answer.complete,
    framesPerSecond: rate(answer.frameRate),
    totalFrames: answer.totalFrames,
    firstFrames: answer.firstFrames ?? known?.firstFrames ?? [],
    rungs: answer.rungs,
    audioTracks: answer.audio,
    textTracks: answer.text,
    video: merged(known?.video, tasks, 'video'),
    audio: merged(known?.audio, tasks, 'audio'),
    text: merged(known?.text, tasks, 'text'),
    workers: [...new Set([...known?.workers ?? [], ...answer.workers])].sort(),
  };
}

function taskOf(cell: TaskCell, workers: readonly string[]): Task {
  return {
    kind: KINDS[cell.k],
    number: cell.n,
    state: STATES[cell.s],
    attempts: cell.a ?? 0,
    worker: cell.w === undefined ? undefined : workers[cell.w],
    startedAt: cell.at,
    seconds: cell.t,
    done: cell.d,
    failure: cell.f,
    bytes: known(cell.b),
    xpsnr: known(cell.x),
  };
}

function known(values: readonly number[] | undefined): (number | undefined)[] {
  return (values ?? []).map((value) => (value < 0 ? undefined : value));
}

function merged(before: readonly Task[] | undefined, news: readonly Task[], kind: TaskKind): readonly Task[] {
  const own = news.filter((task) => task.kind === kind);
  if (before && own.length === 0) {
    return before;
  }
  const all = [...before ?? []];
  for (const task of own) {
    all[task.number] = task;
  }
  return all;
}

function rate(rational: string): number {
  const [over = '0', under = '1'] = rational.split('/');
  return Number(over) / Number(under);
}

/** Seconds of the title that chunk {@code number} covers. */
export function chunkSpan(board: Board, number: number): {start: number; end: number; frames: number} {
  const first = board.firstFrames[number] ?? 0;
  const end = board.firstFrames[number + 1] ?? board.totalFrames;
  return {start: first / board.framesPerSecond, end: end / board.framesPerSecond, frames: end - first};
}

/** Where the player would show a cell; undefined if what the report is of does not hold its bytes. */
export function momentOf(board: Board, {chunk, rung}: Place, report: Pick<Report, 'video'> | undefined): Moment | undefined {
  const track = board.rungs[rung]?.track;
  const isThere = track !== undefined && report?.video.some((played) => played.track === track);
  // To the middle of a frame: its edges are a matter of rounding.
  return isThere ? {seconds: chunkSpan(board, chunk).start + 0.5 / board.framesPerSecond, track} : undefined;
}

/** Bits per second of a chunk in a rung, if its size is known. */
export function chunkRate(board: Board, number: number, rung: number): number | undefined {
  const bytes = board.video[number]?.bytes[rung];
  const {start, end} = chunkSpan(board, number);
  return bytes === undefined || end <= start ? undefined : bytes * 8 / (end - start);
}

/** How many tasks are in each state. */
export function counts(board: Board): Record<TaskState, number> {
  const result: Record<TaskState, number> = {waiting: 0, running: 0, encoded: 0, packaged: 0, failed: 0};
  for (const task of [...board.video, ...board.audio, ...board.text]) {
    result[task.state] += 1;
  }
  return result;
}
