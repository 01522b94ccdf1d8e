import 'uplot/dist/uPlot.min.css';
import {useEffect, useRef, useState} from 'react';
import uPlot from 'uplot';
import type {Statistics} from '../api/types';
import {strings} from '../strings';
import {useColours, type Colours} from '../ui/colours';
import styles from './Operations.module.css';

const text = strings.operations;
const HEIGHT = 200;
const CLOCK = new Intl.DateTimeFormat(undefined, {timeStyle: 'short'});

type Minutes = Statistics['minutes'];

/** Seconds of title by minute as bars, with failed attempts above them. */
export function ThroughputChart({minutes}: {minutes: Minutes}) {
  const host = useRef<HTMLDivElement>(null);
  const [plot, setPlot] = useState<uPlot>();
  const colours = useColours();
  useEffect(() => {
    const place = host.current;
    if (!place) {
      return;
    }
    const made = new uPlot(optionsFor(place.clientWidth, colours), [[], [], []], place);
    const resized = new ResizeObserver(() => made.setSize({width: place.clientWidth, height: HEIGHT}));
    resized.observe(place);
    setPlot(made);
    return () => {
      resized.disconnect();
      made.destroy();
    };
  }, [colours]);
  useEffect(() => plot?.setData(dataOf(minutes)), [plot, minutes]);
  return <div ref={host} className={styles.chart} role="img" aria-label={text.throughputChart}/>;
}

function dataOf(minutes: Minutes): uPlot.AlignedData {
  return [
    minutes.map(({at}) => Date.parse(at) / 1000),
    minutes.map(({mediaSeconds}) => mediaSeconds / 60),
    minutes.map(({failures}) => failures || null),
  ];
}

function optionsFor(width: number, {dim, line, accent, bad}: Colours): uPlot.Options {
  const axis = {stroke: dim, grid: {stroke: line, width: 1}, ticks: {stroke: line, width: 1}};
  return {
    width,
    height: HEIGHT,
    cursor: {y: false, drag: {setScale: false}},
    scales: {
      x: {time: true},
      speed: {range: (_plot, _min, max) => [0, Math.max(1, max * 1.1)]},
      failures: {range: (_plot, _min, max) => [0, Math.max(4, max * 1.5)]},
    },
    axes: [{...axis, values: (_plot, seconds) => seconds.map((at) => CLOCK.format(1000 * at))}, {...axis, scale: 'speed', size: 52, values: (_plot, values) => values.map((value) => `${value}×`)}],
    series: [
      {label: text.minute, value: (_plot, at: number | null) => (at === null ? '' : CLOCK.format(1000 * at))},
      {
        label: text.speed,
        scale: 'speed',
        fill: accent,
        paths: uPlot.paths.bars?.({size: [0.8, 20]}),
        points: {show: false},
        value: (_plot, value: number | null) => (value === null ? '' : text.timesRealTime(value)),
      },
      {
        label: text.failedAttempts,
        scale: 'failures',
        stroke: bad,
        paths: () => null,
        points: {show: true, size: 7, fill: bad},
        value: (_plot, value: number | null, _series, index: number | null) => (index === null ? '' : String(value ?? 0)),
      },
    ],
  };
}
