import {timecode} from '../../ui/format';
import {seriesColour, type Colours} from '../../ui/colours';
import {chunkRate, chunkSpan, type Board, type Task, type TaskState} from './board';
import {boxOf, HEAD, linesSeen, MARGIN, type Layout, type Place} from './layout';

/** What the colour of a cell says. */
export type Mode = 'state' | 'worker' | 'quality' | 'rate';

/** What is seen of the map. */
export interface View {
  top: number;
  width: number;
  height: number;
}

/** XPSNR from which on a picture looks flawless, and below which it looks bad. */
const BEST_DB = 50;
const WORST_DB = 28;

export function stateColour(state: TaskState, colours: Colours): string {
  switch (state) {
    case 'waiting': return colours.quiet;
    case 'running': return colours.accent;
    case 'encoded': return colours.goodSoft;
    case 'packaged': return colours.good;
    case 'failed': return colours.bad;
  }
}

/** From bad to good as a colour, for 0 to 1. */
export function scaleColour(share: number, isDark: boolean): string {
  const inside = Math.max(0, Math.min(1, share));
  return `hsl(${Math.round(inside * 190)} 60% ${isDark ? 58 : 42}%)`;
}

function qualityShare(decibels: number): number {
  return (decibels - WORST_DB) / (BEST_DB - WORST_DB);
}

function cellColour(board: Board, task: Task, rung: number, mode: Mode, colours: Colours, caps: readonly number[]): string {
  if (mode === 'state') {
    return stateColour(task.state, colours);
  }
  if (mode === 'worker') {
    return task.worker === undefined ? colours.quiet : seriesColour(board.workers.indexOf(task.worker), colours.isDark);
  }
  if (mode === 'quality') {
    const decibels = task.xpsnr[rung];
    return decibels === undefined ? colours.quiet : scaleColour(qualityShare(decibels), colours.isDark);
  }
  const rate = chunkRate(board, task.number, rung);
  return rate === undefined ? colours.quiet : scaleColour(1 - rate / (caps[rung] ?? rate), colours.isDark);
}

/** The highest rate of each rung, for comparison. */
function highestRates(board: Board): number[] {
  return board.rungs.map((_, rung) =>
    board.video.reduce((highest, task) => Math.max(highest, chunkRate(board, task.number, rung) ?? 0), 0));
}

export function paint(
  canvas: CanvasRenderingContext2D, board: Board, layout: Layout, view: View, mode: Mode, colours: Colours, focus: Place | undefined,
) {
  canvas.clearRect(0, 0, view.width, view.height);
  canvas.save();
  canvas.translate(0, -view.top);
  const {from, until} = linesSeen(layout, view.top, view.height);
  const caps = mode === 'rate' ? highestRates(board) : [];
  for (let line = from; line < until; line += 1) {
    paintMargin(canvas, board, layout, line, colours);
    const end = Math.min(layout.chunks, (line + 1) * layout.columns);
    for (let chunk = line * layout.columns; chunk < end; chunk += 1) {
      const task = board.video[chunk];
      if (task) {
        paintChunk(canvas, board, layout, task, mode, colours, caps);
      }
    }
  }
  paintFocus(canvas, layout, colours, focus);
  canvas.restore();
}

function paintChunk(
  canvas: CanvasRenderingContext2D, board: Board, layout: Layout, task: Task, mode: Mode, colours: Colours, caps: readonly number[],
) {
  const share = mode === 'state' && task.state === 'running' ? runningShare(board, task) : 1;
  for (let rung = 0; rung < layout.rungs; rung += 1) {
    const {x, y, width, height} = boxOf(layout, {chunk: task.number, rung});
    if (share < 1) {
      canvas.fillStyle = colours.accentWash;
      canvas.fillRect(x, y, width, height);
    }
    canvas.fillStyle = cellColour(board, task, rung, mode, colours, caps);
    canvas.fillRect(x, y, width * share, height);
  }
}

/** How far a running chunk is; a sliver at least, so that it is seen to run. */
function runningShare(board: Board, task: Task): number {
  const {frames} = chunkSpan(board, task.number);
  return Math.max(0.12, Math.min(1, (task.done ?? 0) / Math.max(1, frames)));
}

function paintMargin(canvas: CanvasRenderingContext2D, board: Board, layout: Layout, line: number, colours: Colours) {
  const top = line * layout.lineHeight;
  canvas.fillStyle = colours.dim;
  canvas.textBaseline = 'middle';
  canvas.textAlign = 'left';
  canvas.font = '11px system-ui, sans-serif';
  canvas.fillText(timecode(chunkSpan(board, line * layout.columns).start), MARGIN, top + HEAD / 2);
  canvas.font = layout.rowHeight > 10 ? '11px system-ui, sans-serif' : '9px system-ui, sans-serif';
  canvas.textAlign = 'right';
  board.rungs.forEach(({name, trickPlay}, rung) => {
    const label = trickPlay ? '»' : name;
    canvas.fillText(label, MARGIN - 8, top + HEAD + (rung + 0.5) * layout.rowHeight, MARGIN - 10);
  });
}

function paintFocus(canvas: CanvasRenderingContext2D, layout: Layout, colours: Colours, focus: Place | undefined) {
  if (focus) {
    const {x, y, width, height} = boxOf(layout, focus);
    canvas.strokeStyle = colours.text;
    canvas.lineWidth = 2;
    canvas.strokeRect(x - 1, y - 1, width + 2, height + 2);
  }
}
