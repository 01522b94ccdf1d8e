import {useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent} from 'react';
import {strings} from '../../strings';
import {useColours} from '../../ui/colours';
import type {Board} from './board';
import {CellFacts} from './CellFacts';
import styles from './ChunkMap.module.css';
import {boxOf, layOut, moved, placeAt, type Layout, type Place} from './layout';
import {paint, type Mode} from './paint';

const TALLEST = 480;

interface ChunkMapProps {
  board: Board;
  mode: Mode;
  /** Its facts stand elsewhere. */
  pinned: Place | undefined;
  /** Called with a cell that was pressed. */
  onOpen: (place: Place, isTouch: boolean) => void;
}

/** Every chunk in every rung. Only what is seen is drawn, however many there are. */
export function ChunkMap({board, mode, pinned, onOpen}: ChunkMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const colours = useColours();
  const [top, setTop] = useState(0);
  const [place, setPlace] = useState<Place>();
  const layout = useMemo(
    () => layOut(board.video.length, board.rungs.length, width),
    [board.video.length, board.rungs.length, width],
  );
  const height = Math.min(TALLEST, layout.height);

  useLayoutEffect(() => {
    const context = canvas.current && prepared(canvas.current, width, height);
    if (context) {
      paint(context, board, layout, {top, width, height}, mode, colours, place);
    }
  }, [board, layout, top, width, height, mode, colours, place]);

  const placeUnder = ({clientX, clientY}: MouseEvent) => {
    const box = canvas.current?.getBoundingClientRect();
    return box && placeAt(layout, clientX - box.left, clientY - box.top + top);
  };
  const point = (event: PointerEvent) => {
    const next = placeUnder(event);
    setPlace((before) => (before?.chunk === next?.chunk && before?.rung === next?.rung ? before : next));
  };
  const click = (event: MouseEvent) => {
    const pressed = placeUnder(event);
    if (pressed) {
      onOpen(pressed, (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch');
    }
  };
  const press = (event: KeyboardEvent) => {
    if (place && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onOpen(place, false);
      return;
    }
    const next = place ? moved(layout, place, event.key) : {chunk: 0, rung: 0};
    if (next && event.key !== 'Tab') {
      event.preventDefault();
      setPlace(next);
      keepInView(frame.current, layout, next);
    }
    if (event.key === 'Escape') {
      setPlace(undefined);
    }
  };

  const told = place?.chunk === pinned?.chunk && place?.rung === pinned?.rung ? undefined : place;

  return (
    <div className={styles.map}>
      <div ref={frame} className={styles.frame} tabIndex={0} role="application"
        aria-label={strings.title.chunks.mapLabel(board.video.length, board.rungs.length)}
        aria-describedby="chunk-facts"
        onScroll={(event) => setTop(event.currentTarget.scrollTop)} onKeyDown={press} onClick={click} onPointerMove={point}
        onPointerLeave={() => setPlace(undefined)} onBlur={() => setPlace(undefined)}>
        <div className={styles.space} style={{height: layout.height}}>
          <canvas ref={canvas} className={styles.canvas} style={{width, height}}/>
        </div>
      </div>
      <div id="chunk-facts" className={styles.tip} role="status" hidden={!told}
        style={told && tipPosition(layout, told, top, width, height)}>
        {told && <CellFacts board={board} place={told}/>}
      </div>
    </div>
  );
}

function prepared(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const scale = devicePixelRatio;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  const context = canvas.getContext('2d');
  context?.setTransform(scale, 0, 0, scale, 0, 0);
  return context;
}

function useWidth(element: {readonly current: HTMLElement | null}): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (element.current) {
      observer.observe(element.current);
    }
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function keepInView(frame: HTMLElement | null, layout: Layout, place: Place) {
  if (!frame) {
    return;
  }
  const {y} = boxOf(layout, place);
  if (y < frame.scrollTop) {
    frame.scrollTop = y - layout.lineHeight / 2;
  } else if (y > frame.scrollTop + frame.clientHeight - layout.rowHeight) {
    frame.scrollTop = y - frame.clientHeight + layout.lineHeight;
  }
}

const TIP_WIDTH = 260;

/** Below the cell, or above it in the lower half, and never outside the map. */
function tipPosition(layout: Layout, place: Place, top: number, width: number, height: number) {
  const {x, y} = boxOf(layout, place);
  const left = Math.max(0, Math.min(width - TIP_WIDTH, x - TIP_WIDTH / 2));
  const seenY = y - top;
  return seenY > height / 2
    ? {left, bottom: height - seenY + 6, width: TIP_WIDTH}
    : {left, top: seenY + layout.rowHeight + 6, width: TIP_WIDTH};
}
