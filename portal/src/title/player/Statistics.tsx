import {useEffect, useReducer, type RefObject} from 'react';
import {strings} from '../../strings';
import {bitrate, count} from '../../ui/format';
import type {Engine} from './engine';
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
  const current = engine.currentRung();
  counter.show(current);
  const rung = engine.rungs().find(({id}) => id === current);
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
