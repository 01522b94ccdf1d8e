import {useQuery} from '@tanstack/react-query';
import {useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref} from 'react';
import {useSearch} from 'wouter';
import {strings} from '../../strings';
import {Button, Icon, IconButton, Select, toast} from '../../ui';
import {timecode} from '../../ui/format';
import type {ReportRung} from '../data/documents';
import {Choices} from './Choices';
import type {Engine, ManifestKind, PlayerName} from './engine';
import {readMoment} from './moment';
import styles from './Player.module.css';
import {SeekBar, type Mark} from './SeekBar';
import {Statistics} from './Statistics';
import {parseStoryboard} from './storyboard';
import {useEngine} from './useEngine';
import {useMoment} from './useMoment';
import {useTimes} from './useTimes';

const text = strings.title.player;

/** What other parts of the page can ask of the player. */
export interface PlayerHandle {
  /** Shows a moment, and brings the player into view. */
  show: (seconds: number) => void;
}

interface PlayerProps {
  manifests: Record<ManifestKind, string> & {storyboard: string; poster: string};
  framesPerSecond: number;
  hasPicture: boolean;
  marks: readonly Mark[];
  handle?: Ref<PlayerHandle>;
  /** What the version is made of. */
  rungs: readonly ReportRung[];
}

interface Way {
  player: PlayerName;
  manifest: ManifestKind;
}

const WAYS: Record<string, Way> = {
  hls: {player: 'hls', manifest: 'm3u8'},
  dash: {player: 'dash', manifest: 'mpd'},
  shakaHls: {player: 'shaka', manifest: 'm3u8'},
  shakaDash: {player: 'shaka', manifest: 'mpd'},
};
type WayName = keyof typeof text.ways;
const FIRST_WAY: WayName = 'hls';

/** Plays a version with the player of choice and shows what the player does. */
export function Player({manifests, framesPerSecond, hasPicture, marks, handle, rungs}: PlayerProps) {
  const search = useSearch();
  const startsAtOnce = new URLSearchParams(search).has('play');
  const moment = useMemo(() => readMoment(search), [search]);
  const frame = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [way, setWay] = useState<WayName>(FIRST_WAY);
  const {player, manifest} = WAYS[way] ?? {player: 'hls' as const, manifest: 'm3u8' as const};
  const {engine, failure, counter, changed} = useEngine(video, player, manifests[manifest]);
  const key = `${player} ${manifests[manifest]}`;
  const times = useTimes(video, key);
  const [forced, force] = useForced(engine, changed);
  useMoment(frame, video, engine, {moment, rung: rungs.find(({track}) => track === moment?.track), force});
  const thumbnails = useThumbnails(hasPicture ? manifests.storyboard : undefined);

  const seek = (seconds: number) => {
    if (video.current) {
      video.current.currentTime = seconds;
    }
  };
  useImperativeHandle(handle, () => ({
    show: (seconds) => {
      video.current?.pause();
      seek(seconds);
      frame.current?.scrollIntoView({block: 'nearest'});
    },
  }), []);

  const toggle = () => {
    const element = video.current;
    if (element?.paused) {
      element.play().catch((error: unknown) => toast('bad', text.notStarted, String(error)));
    } else {
      element?.pause();
    }
  };
  const step = (frames: number) => {
    video.current?.pause();
    // To the middle of a frame: its edges are a matter of rounding.
    seek((Math.floor(times.time * framesPerSecond + 1e-6) + frames + 0.5) / framesPerSecond);
  };
  const press = (event: KeyboardEvent) => {
    const isControl = event.target instanceof HTMLElement && event.target.closest('select, button, input') !== null;
    const act = isControl ? undefined : keys(event.key);
    if (act) {
      event.preventDefault();
      act();
    }
  };
  const keys = (key: string): (() => void) | undefined => ({
    ' ': toggle,
    k: toggle,
    ArrowLeft: () => seek(times.time - 5),
    ArrowRight: () => seek(times.time + 5),
    ',': () => step(-1),
    '.': () => step(1),
    m: () => mute(video.current),
    f: () => fullScreen(frame.current),
  })[key];

  return (
    <div ref={frame} className={styles.player} tabIndex={0} role="group" aria-label={text.title} onKeyDown={press}>
      <div className={styles.screen}>
        <video key={key} ref={video} className={hasPicture ? styles.video : styles.soundOnly} playsInline crossOrigin="anonymous" autoPlay={startsAtOnce}
          poster={hasPicture ? manifests.poster : undefined} onClick={toggle}/>
        {failure && (
          <div className={styles.failure} role="alert">
            <p>{failure.plain}</p>
            <code>{failure.detail}</code>
          </div>
        )}
      </div>
      <div className={styles.bar}>
        <IconButton label={times.isPaused ? text.play : text.pause} onClick={toggle}><Icon name={times.isPaused ? 'play' : 'pause'}/></IconButton>
        <SeekBar time={times.time} duration={times.duration} thumbnails={thumbnails} marks={marks} onSeek={seek}/>
        <span className={styles.clock}>{timecode(times.time)} / {timecode(times.duration)}</span>
      </div>
      <div className={styles.tools}>
        {hasPicture && <Button kind="quiet" onClick={() => step(-1)} title={text.back}>◂ {text.frame}</Button>}
        {hasPicture && <Button kind="quiet" onClick={() => step(1)} title={text.forth}>{text.frame} ▸</Button>}
        <Button kind="quiet" aria-pressed={times.isMuted} onClick={() => mute(video.current)}>{times.isMuted ? text.unmute : text.mute}</Button>
        {hasPicture && <Button kind="quiet" onClick={() => fullScreen(frame.current)}>{text.fullScreen}</Button>}
        <label className={styles.way}>
          <span className="visually-hidden">{text.with}</span>
          <Select value={way} onChoose={setWay}
            choices={(Object.keys(text.ways) as WayName[]).map((value) => ({value, label: text.ways[value]}))}/>
        </label>
      </div>
      {engine && <Choices engine={engine} forced={forced} onForce={force} onChoice={changed}/>}
      {engine && <Statistics engine={engine} video={video} counter={counter} hasPicture={hasPicture}/>}
    </div>
  );
}

/** The rung that was forced, if one was; another player begins without. */
function useForced(engine: Engine | undefined, changed: () => void) {
  const [forced, setForced] = useState<{engine: Engine; rung: string}>();
  const force = (rung: string | undefined) => {
    engine?.force(rung);
    setForced(engine && rung !== undefined ? {engine, rung} : undefined);
    changed();
  };
  return [forced?.engine === engine ? forced?.rung : undefined, force] as const;
}

function mute(video: HTMLVideoElement | null) {
  if (video) {
    video.muted = !video.muted;
  }
}

function fullScreen(frame: HTMLElement | null) {
  void (document.fullscreenElement ? document.exitFullscreen() : frame?.requestFullscreen());
}

function useThumbnails(url: string | undefined) {
  const {data} = useQuery({
    queryKey: ['storyboard', url],
    enabled: url !== undefined,
    staleTime: Infinity,
    retry: false,
    queryFn: async ({signal}) => {
      const response = await fetch(url ?? '', {signal});
      return response.ok ? parseStoryboard(await response.text(), response.url) : [];
    },
  });
  useEffect(() => {
    // The first thumbnail should be there when the pointer comes.
    const first = data?.[0];
    if (first) {
      new Image().src = first.url;
    }
  }, [data]);
  return data ?? [];
}
