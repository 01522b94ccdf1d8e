import {useEffect, useReducer, type RefObject} from 'react';
import {strings} from '../../strings';
import {bitrate, count} from '../../ui/format';
import type {Engine, EngineRung} from './engine';
import styles from './Player.module.css';
import {statisticsOf, type SwitchCounter} from './playStatistics';

const text = strings.title.player;
const EVERY_MS = 500;

interface StatisticsProps {
  engine: Engine;
  video: RefObject<HTMLVideoElement | null>;
  counter: SwitchCounter;
  hasPicture: boolean;
}

/** Some players name the rung that they load, seconds before it is seen: the size of the picture tells. */
function shownRung(engine: Engine, {videoWidth, videoHeight}: HTMLVideoElement): EngineRung | undefined {
  const current = engine.currentRung();
  const same = engine.rungs().filter(({width, height}) => width === videoWidth && height === videoHeight);
  return same.find(({id}) => id === current) ?? same[0];
}

/** What the player does right now. */
export function Statistics({engine, video, counter, hasPicture}: StatisticsProps) {
  const [, redraw] = useReducer((revision: number) => revision + 1, 0);
  useEffect(() => {
    const timer = setInterval(redraw, EVERY_MS);
    return () => clearInterval(timer);
  }, []);

  const element = video.current;
  if (!element) {
    return null;
  }
  const rung = shownRung(engine, element);
  counter.show(rung?.id);
  const {bufferSeconds, droppedFrames, shownFrames} = statisticsOf(element);
  const bandwidth = engine.bandwidth();
  const facts: [string, string][] = [
    ...hasPicture ? [[text.nowShown, rung ? `${rung.width} × ${rung.height}, ${bitrate(rung.bandwidth)}` : '–'] as [string, string]] : [],
    [text.buffer, `${bufferSeconds.toFixed(1)} s`],
    ...hasPicture ? [
      [text.switches, count(counter.switches)] as [string, string],
      [text.dropped, text.droppedOf(droppedFrames, shownFrames)] as [string, string],
    ] : [],
    [text.bandwidth, bandwidth > 0 ? bitrate(bandwidth) : '–'],
  ];
  return (
    <dl className={styles.statistics}>
      {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
