import {useState, type PointerEvent} from 'react';
import {strings} from '../../strings';
import {timecode} from '../../ui/format';
import styles from './Player.module.css';
import {thumbnailAt, type Thumbnail} from './storyboard';

/** A stretch or moment of the title that is marked on the bar. */
export interface Mark {
  seconds: number;
  label: string;
}

interface SeekBarProps {
  time: number;
  duration: number;
  thumbnails: readonly Thumbnail[];
  marks: readonly Mark[];
  onSeek: (seconds: number) => void;
}

const PREVIEW_WIDTH = 160;
/** Width of what is dragged: the ends of the line lie half of it inside the bar. */
const THUMB = 16;

function placeOf(share: number): string {
  return `calc(${THUMB / 2}px + ${share} * (100% - ${THUMB}px))`;
}

/** The time line: drag it, or use the arrows; the pointer shows what is there. */
export function SeekBar({time, duration, thumbnails, marks, onSeek}: SeekBarProps) {
  const [hover, setHover] = useState<{share: number; seconds: number}>();
  const point = ({currentTarget, clientX}: PointerEvent<HTMLInputElement>) => {
    const {left, width} = currentTarget.getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (clientX - left - THUMB / 2) / (width - THUMB)));
    setHover({share, seconds: share * duration});
  };
  return (
    <div className={styles.seek}>
      <input type="range" className={styles.range} aria-label={strings.title.player.position} aria-valuetext={timecode(time)}
        min={0} max={duration || 1} step="any" value={Math.min(time, duration || 1)} disabled={duration === 0}
        onChange={(event) => onSeek(Number(event.target.value))}
        onKeyDown={(event) => {
          // Steps that can be heard and seen; without a step the browser's are tiny.
          const by = {ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -60, PageUp: 60}[event.key];
          if (by !== undefined) {
            event.preventDefault();
            event.stopPropagation();
            onSeek(Math.max(0, Math.min(duration, time + by)));
          }
        }}
        onPointerMove={point} onPointerLeave={() => setHover(undefined)}/>
      {duration > 0 && marks.map(({seconds, label}) => (
        <span key={seconds} className={styles.mark} title={label} style={{left: placeOf(seconds / duration)}}/>
      ))}
      {hover && duration > 0 && <Preview {...hover} thumbnail={thumbnailAt(thumbnails, hover.seconds)}/>}
    </div>
  );
}

function Preview({share, seconds, thumbnail}: {share: number; seconds: number; thumbnail: Thumbnail | undefined}) {
  return (
    <div className={styles.preview} style={{left: `clamp(0px, ${placeOf(share)} - ${PREVIEW_WIDTH / 2}px, calc(100% - ${PREVIEW_WIDTH}px))`, width: PREVIEW_WIDTH}}>
      {thumbnail && <ThumbnailImage thumbnail={thumbnail} width={PREVIEW_WIDTH}/>}
      <span>{timecode(seconds)}</span>
    </div>
  );
}

/** A thumbnail of the given width. */
export function ThumbnailImage({thumbnail: {url, x, y, width, height}, width: shown}: {thumbnail: Thumbnail; width: number}) {
  const scale = shown / width;
  return (
    <span className={styles.thumbnail} style={{width: shown, height: height * scale}}>
      <span style={{
        width, height, transform: `scale(${scale})`, backgroundImage: `url(${JSON.stringify(url)})`, backgroundPosition: `-${x}px -${y}px`,
      }}/>
    </span>
  );
}
