import {strings} from '../../strings';
import {bitrate, bytes, duration, timecode, timeOfDay} from '../../ui/format';
import {chunkRate, chunkSpan, type Board, type Task} from './board';
import styles from './ChunkMap.module.css';
import type {Place} from './layout';

const text = strings.title.chunks;

/** What is known of one cell, in words. */
export function CellFacts({board, place}: {board: Board; place: Place}) {
  const task = board.video[place.chunk];
  if (!task) {
    return null;
  }
  const {start, end} = chunkSpan(board, place.chunk);
  return (
    <>
      <p className={styles.tipHead}>{text.cell(place.chunk + 1, board.rungs[place.rung]?.name ?? '')}</p>
      <p className={styles.tipTime}>{timecode(start, true)} – {timecode(end, true)}</p>
      <dl className={styles.tipFacts}>
        {cellFacts(board, task, place.rung).map(([name, value]) => (
          <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
        ))}
      </dl>
    </>
  );
}

/** Names and values; what is not known is left out. */
function cellFacts(board: Board, task: Task, rung: number): [string, string][] {
  const size = task.bytes[rung];
  const rate = chunkRate(board, task.number, rung);
  const quality = task.xpsnr[rung];
  const facts: [string, string | undefined][] = [
    [text.state, text.states[task.state]],
    [text.attempts, task.attempts > 0 ? String(task.attempts) : undefined],
    [text.worker, task.worker],
    [text.startedAt, task.startedAt === undefined ? undefined : timeOfDay(new Date(task.startedAt).toISOString())],
    [text.took, task.seconds === undefined ? undefined : duration(task.seconds)],
    [text.size, size === undefined ? undefined : bytes(size)],
    [text.rate, rate === undefined ? undefined : bitrate(rate)],
    [text.quality, quality === undefined ? undefined : text.decibels(quality)],
    [text.failure, task.failure],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}
