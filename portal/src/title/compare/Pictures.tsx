import {useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent} from 'react';
import {strings} from '../../strings';
import {Button, classes, Icon, IconButton, Select} from '../../ui';
import {timecode} from '../../ui/format';
import styles from './Compare.module.css';
import {frameOfMediaTime} from './frames';
import {usePair} from './usePair';
import {useShownTime, useTrack} from './useTrack';

const text = strings.title.compare;

type View = 'wipe' | 'beside' | 'difference';
const VIEWS: readonly View[] = ['wipe', 'beside', 'difference'];
const ZOOMS = ['1', '2', '4', '8'] as const;
type Zoom = (typeof ZOOMS)[number];

interface PicturesProps {
  left: string;
  right: string;
  names: [string, string];
  framesPerSecond: number;
  frames: number;
  start: number;
}

/** Both pictures, one over the other or side by side, and what moves them. */
export function Pictures({left, right, names, framesPerSecond, frames, start}: PicturesProps) {
  const first = useRef<HTMLVideoElement>(null);
  const second = useRef<HTMLVideoElement>(null);
  const failure = [useTrack(first, left), useTrack(second, right)].find((one) => one !== undefined);
  const shown = [useShownTime(first), useShownTime(second)]
    .map((time) => (time === undefined ? undefined : frameOfMediaTime(time, framesPerSecond)));
  const pair = usePair(first, second, framesPerSecond, frames, start);
  const [view, setView] = useState<View>('wipe');
  const [wipe, setWipe] = useState(50);
  const [zoom, setZoom] = useState<Zoom>('1');
  const [origin, setOrigin] = useState({x: 50, y: 50});

  // Another track begins where the one before was.
  const {show} = pair;
  const frame = useRef(pair.frame);
  frame.current = pair.frame;
  useEffect(() => show(frame.current), [left, right, show]);

  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement) {
      return;
    }
    const by = {',': -1, '.': 1, ArrowLeft: -1, ArrowRight: 1, PageUp: -framesPerSecond, PageDown: framesPerSecond}[event.key];
    if (by !== undefined) {
      event.preventDefault();
      pair.show(pair.frame + Math.round(by));
    } else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      pair.toggle();
    }
  };
  const zoomed: CSSProperties = {transform: `scale(${zoom})`, transformOrigin: `${origin.x}% ${origin.y}%`};

  return (
    <div className={styles.pictures} onKeyDown={press}>
      <Stage view={view} wipe={wipe} onWipe={setWipe} onPoint={setOrigin} zoom={zoom}>
        <div className={styles.side}><video ref={first} className={styles.video} style={zoomed} muted playsInline crossOrigin="anonymous"/></div>
        <div className={classes(styles.side, styles.over)} style={view === 'wipe' ? {clipPath: `inset(0 0 0 ${wipe}%)`} : undefined}>
          <video ref={second} className={styles.video} style={zoomed} muted playsInline crossOrigin="anonymous"/>
        </div>
        {view !== 'difference' && names.map((name, index) => (
          <span key={index} className={index === 0 ? styles.nameLeft : styles.nameRight}>{name}</span>
        ))}
        {view === 'wipe' && <span className={styles.edge} style={{left: `${wipe}%`}}/>}
      </Stage>
      {failure && <p role="alert" className={styles.failure}>{failure}</p>}
      {view === 'wipe' && (
        <input type="range" className={styles.range} aria-label={text.wipe} min={0} max={100} step={1} value={wipe}
          onChange={(event) => setWipe(Number(event.target.value))}/>
      )}
      <div className={styles.bar}>
        <IconButton label={pair.isPlaying ? strings.title.player.pause : strings.title.player.play} onClick={pair.toggle}>
          <Icon name={pair.isPlaying ? 'pause' : 'play'}/>
        </IconButton>
        <Button kind="quiet" onClick={() => pair.show(pair.frame - 1)} title={strings.title.player.back}>◂ {strings.title.player.frame}</Button>
        <Button kind="quiet" onClick={() => pair.show(pair.frame + 1)} title={strings.title.player.forth}>{strings.title.player.frame} ▸</Button>
        <input type="range" className={styles.range} aria-label={strings.title.player.position} min={0} max={Math.max(1, frames - 1)} step={1}
          value={pair.frame} aria-valuetext={timecode(pair.frame / framesPerSecond, true)}
          onChange={(event) => pair.show(Number(event.target.value))}/>
        <span className={styles.clock}>{timecode(pair.frame / framesPerSecond, true)}</span>
      </div>
      <div className={styles.bar}>
        <Same left={shown[0]} right={shown[1]} isPlaying={pair.isPlaying}/>
        <label>{text.view}<Select value={view} onChoose={setView} choices={VIEWS.map((value) => ({value, label: text.views[value]}))}/></label>
        <label>{text.zoom}<Select value={zoom} onChoose={setZoom} choices={ZOOMS.map((value) => ({value, label: `${value}×`}))}/></label>
      </div>
    </div>
  );
}

interface StageProps {
  view: View;
  wipe: number;
  zoom: Zoom;
  onWipe: (share: number) => void;
  onPoint: (origin: {x: number; y: number}) => void;
  children: React.ReactNode;
}

/** Drag to wipe; while enlarged, press where to look. */
function Stage({view, zoom, onWipe, onPoint, children}: StageProps) {
  const act = ({currentTarget, clientX, clientY, buttons}: PointerEvent<HTMLDivElement>) => {
    if (buttons !== 1) {
      return;
    }
    const box = currentTarget.getBoundingClientRect();
    const x = Math.max(0, Math.min(100, (clientX - box.left) / box.width * 100));
    const y = Math.max(0, Math.min(100, (clientY - box.top) / box.height * 100));
    if (view === 'wipe') {
      onWipe(x);
    }
    if (zoom !== '1') {
      onPoint({x: view === 'beside' ? x % 50 * 2 : x, y});
    }
  };
  return <div className={styles.stage} data-view={view} onPointerDown={act} onPointerMove={act}>{children}</div>;
}

function Same({left, right, isPlaying}: {left: number | undefined; right: number | undefined; isPlaying: boolean}) {
  const words = left === undefined || right === undefined ? text.noFrame : text.frames(left, right);
  return <span className={styles.same} data-same={isPlaying || left === right || undefined}>{words}</span>;
}
