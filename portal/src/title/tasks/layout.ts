/** Where the cells of a chunk map lie: lines of chunks, one row for each rung, below each other like lines of text. */
export interface Layout {
  chunks: number;
  rungs: number;
  columns: number;
  lines: number;
  cellWidth: number;
  rowHeight: number;
  lineHeight: number;
  height: number;
}

export interface Place {
  chunk: number;
  rung: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Room for the names of rungs. */
export const MARGIN = 72;
/** Room for a line's times. */
export const HEAD = 16;
const LINE_GAP = 8;
const NARROWEST = 8;
const WIDEST = 40;
const ROW = 14;
const DENSE_ROW = 9;
const MANY_CHUNKS = 1000;
const CELL_GAP = 1;

export function layOut(chunks: number, rungs: number, width: number): Layout {
  const room = Math.max(NARROWEST, width - MARGIN);
  const cellWidth = Math.max(NARROWEST, Math.min(WIDEST, Math.floor(room / Math.max(1, chunks))));
  const columns = Math.max(1, Math.floor(room / cellWidth));
  const lines = Math.ceil(chunks / columns);
  const rowHeight = chunks > MANY_CHUNKS ? DENSE_ROW : ROW;
  const lineHeight = HEAD + rungs * rowHeight + LINE_GAP;
  return {chunks, rungs, columns, lines, cellWidth, rowHeight, lineHeight, height: lines * lineHeight};
}

export function boxOf(layout: Layout, {chunk, rung}: Place): Box {
  const line = Math.floor(chunk / layout.columns);
  return {
    x: MARGIN + (chunk % layout.columns) * layout.cellWidth,
    y: line * layout.lineHeight + HEAD + rung * layout.rowHeight,
    width: layout.cellWidth - CELL_GAP,
    height: layout.rowHeight - CELL_GAP,
  };
}

/** The cell at a point; undefined between lines, in the margin and after the last chunk. */
export function placeAt(layout: Layout, x: number, y: number): Place | undefined {
  const line = Math.floor(y / layout.lineHeight);
  const column = Math.floor((x - MARGIN) / layout.cellWidth);
  const rung = Math.floor((y - line * layout.lineHeight - HEAD) / layout.rowHeight);
  const chunk = line * layout.columns + column;
  const isInside = line >= 0 && column >= 0 && column < layout.columns
    && rung >= 0 && rung < layout.rungs && chunk < layout.chunks;
  return isInside ? {chunk, rung} : undefined;
}

/** The lines that a window sees, `until` not among them. */
export function linesSeen(layout: Layout, top: number, height: number): {from: number; until: number} {
  return {
    from: Math.max(0, Math.floor(top / layout.lineHeight)),
    until: Math.min(layout.lines, Math.ceil((top + height) / layout.lineHeight)),
  };
}

/** Where a key leads; undefined for keys that lead nowhere. */
export function moved(layout: Layout, {chunk, rung}: Place, key: string): Place | undefined {
  const last = layout.chunks - 1;
  switch (key) {
    case 'ArrowLeft': return {chunk: Math.max(0, chunk - 1), rung};
    case 'ArrowRight': return {chunk: Math.min(last, chunk + 1), rung};
    case 'ArrowUp': return up(layout, {chunk, rung});
    case 'ArrowDown': return down(layout, {chunk, rung});
    case 'PageUp': return {chunk: Math.max(0, chunk - 10), rung};
    case 'PageDown': return {chunk: Math.min(last, chunk + 10), rung};
    case 'Home': return {chunk: 0, rung};
    case 'End': return {chunk: last, rung};
    default: return undefined;
  }
}

function up(layout: Layout, {chunk, rung}: Place): Place {
  if (rung > 0) {
    return {chunk, rung: rung - 1};
  }
  return chunk >= layout.columns ? {chunk: chunk - layout.columns, rung: layout.rungs - 1} : {chunk, rung};
}

function down(layout: Layout, {chunk, rung}: Place): Place {
  if (rung < layout.rungs - 1) {
    return {chunk, rung: rung + 1};
  }
  const below = chunk + layout.columns;
  return below < layout.chunks ? {chunk: below, rung: 0} : {chunk, rung};
}
