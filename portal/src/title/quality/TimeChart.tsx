import {useMemo, useState} from 'react';
import uPlot from 'uplot';
import {Button} from '../../ui';
import {timecode} from '../../ui/format';
import {seriesColour, useColours} from '../../ui/colours';
import type {Series} from '../data/documents';
import {axis, Plot} from './Plot';
import styles from './Quality.module.css';
import {align, valueAt} from './series';

export interface Line {
  name: string;
  series: Series;
}

interface TimeChartProps {
  label: string;
  lines: readonly Line[];
  format: (value: number) => string;
  /** Values hold until the next one, as rates of segments do. */
  stepped?: boolean;
  /** Of the title, in seconds. */
  duration: number;
  /** Values above are drawn at this height. */
  highest?: number;
  /** Starts at zero. */
  fromZero?: boolean;
  marks?: readonly number[];
  onPick: (seconds: number) => void;
}

const HEIGHT = 200;
/** All charts with this key move their cursors together. */
const TOGETHER = 'title';

/** Values over the time of the title. Press to show that moment in the player. */
export function TimeChart({label, lines, format, duration, highest = Infinity, stepped = false, fromZero = false, marks, onPick}: TimeChartProps) {
  const colours = useColours();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [time, setTime] = useState<number>();
  const shown = useMemo(() => lines.map((line, index) => ({...line, colour: seriesColour(index, colours.isDark)})), [lines, colours]);
  const visible = useMemo(() => shown.filter(({name}) => !hidden.includes(name)), [shown, hidden]);

  const data = useMemo((): uPlot.AlignedData => {
    const {xs, ys} = align(visible.map(({series}) => series));
    return [xs, ...ys.map((row) => row.map((value) => (value === null ? null : Math.min(value, highest))))];
  }, [visible, highest]);
  const options = useMemo((): Omit<uPlot.Options, 'width' | 'height'> => ({
    legend: {show: false},
    scales: {
      x: {time: false, range: [0, duration]},
      y: {range: (_, low, high) => (fromZero ? [0, Math.max(1, high * 1.05)] : [low - 1, Math.max(low + 1, high + 1)])},
    },
    axes: [axis(colours, (seconds) => timecode(seconds), 28), axis(colours, format, 78)],
    series: [{}, ...visible.map(({name, colour}): uPlot.Series => ({
      label: name, stroke: colour, width: 1.5, spanGaps: true, points: {show: false},
      ...stepped && uPlot.paths.stepped ? {paths: uPlot.paths.stepped({align: 1})} : {},
    }))],
    cursor: {sync: {key: TOGETHER}, drag: {x: false, y: false}, y: false},
    hooks: {
      setCursor: [({cursor, posToVal}) => setTime(cursor.left === undefined || cursor.left < 0 ? undefined : posToVal(cursor.left, 'x'))],
      draw: [(plot) => drawMarks(plot, marks ?? [], colours.bad)],
      ready: [(plot) => plot.over.addEventListener('click', (event) => onPick(plot.posToVal(event.offsetX, 'x')))],
    },
  }), [visible, colours, format, stepped, fromZero, duration, marks, onPick]);

  return (
    <div className={styles.chart}>
      <div className={styles.keys}>
        {shown.map(({name, series, colour}) => (
          <Button key={name} kind="quiet" className={styles.key} aria-pressed={!hidden.includes(name)}
            onClick={() => setHidden(hidden.includes(name) ? hidden.filter((one) => one !== name) : [...hidden, name])}>
            <span className={styles.swatch} style={{background: hidden.includes(name) ? 'transparent' : colour, borderColor: colour}}/>
            {name} <span className={styles.value}>{time === undefined ? '' : valueWords(series, time, format)}</span>
          </Button>
        ))}
        <span className={styles.value}>{time === undefined ? '' : timecode(time, true)}</span>
      </div>
      <Plot label={label} options={options} data={data} height={HEIGHT}/>
    </div>
  );
}

function valueWords(series: Series, time: number, format: (value: number) => string): string {
  const value = valueAt(series, time);
  return value === undefined ? '–' : format(value);
}

/** Small triangles at the top, where the weakest moments are. */
function drawMarks(plot: uPlot, marks: readonly number[], colour: string) {
  const {ctx, bbox} = plot;
  ctx.save();
  ctx.fillStyle = colour;
  for (const seconds of marks) {
    const x = plot.valToPos(seconds, 'x', true);
    ctx.beginPath();
    ctx.moveTo(x - 5, bbox.top);
    ctx.lineTo(x + 5, bbox.top);
    ctx.lineTo(x, bbox.top + 8);
    ctx.fill();
  }
  ctx.restore();
}
