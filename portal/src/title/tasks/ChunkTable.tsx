import {useVirtualizer} from '@tanstack/react-virtual';
import {useRef} from 'react';
import {strings} from '../../strings';
import {classes} from '../../ui';
import {bytes, duration, timecode} from '../../ui/format';
import {chunkSpan, type Board, type Task} from './board';
import styles from './ChunkMap.module.css';

const text = strings.title.chunks;
const ROW_HEIGHT = 30;

/** The chunk map in words: a row for each chunk, with the figures of its best rung. */
export function ChunkTable({board}: {board: Board}) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: board.video.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  return (
    <div ref={frame} className={styles.rows} tabIndex={0} role="table" aria-label={text.table} aria-rowcount={board.video.length + 1}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={classes(styles.row, styles.head)}>
          {[text.chunk, text.from, text.state, text.attempts, text.worker, text.took, text.size, text.quality].map((head, index) => (
            <div key={head} role="columnheader" className={numeric(index)}>{head}</div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{height: rows.getTotalSize()}}>
        {rows.getVirtualItems().map(({index, start}) => {
          const task = board.video[index];
          return task && (
            <div key={index} role="row" aria-rowindex={index + 2} className={styles.row} style={{transform: `translateY(${start}px)`}}>
              {cells(board, task).map((cell, column) => (
                <div key={column} role="cell" className={numeric(column)} title={cell}>{cell}</div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function numeric(column: number): string | undefined {
  return [0, 3, 5, 6, 7].includes(column) ? styles.number : undefined;
}

function cells(board: Board, task: Task): string[] {
  const size = task.bytes.reduce<number | undefined>((sum, value) => (value === undefined ? sum : (sum ?? 0) + value), undefined);
  const quality = task.xpsnr[0];
  return [
    String(task.number + 1),
    timecode(chunkSpan(board, task.number).start, true),
    task.failure ? `${text.states[task.state]} (${task.failure})` : text.states[task.state],
    task.attempts > 0 ? String(task.attempts) : '',
    task.worker ?? '',
    task.seconds === undefined ? '' : duration(task.seconds),
    size === undefined ? '' : bytes(size),
    quality === undefined ? '' : text.decibels(quality),
  ];
}
