import {useMemo} from 'react';
import type uPlot from 'uplot';
import {strings} from '../../strings';
import {bitrate} from '../../ui/format';
import {seriesColour, useColours, type Colours} from '../../ui/colours';
import type {ReportRung} from '../data/documents';
import {axis, Plot} from './Plot';
import {align} from './series';
import {decibels} from './words';

const HEIGHT = 280;

/** Average rate against quality: a good ladder rises in even steps. Lines reach to the peak rate. */
export function LadderChart({rungs}: {rungs: readonly ReportRung[]}) {
  const colours = useColours();
  const scored = useMemo(() => rungs.filter(({xpsnr}) => xpsnr !== undefined), [rungs]);
  const families = useMemo(() => [...new Set(scored.map(({family}) => family))], [scored]);
  const data = useMemo((): uPlot.AlignedData => {
    const {xs, ys} = align(families.map((family) => {
      const own = scored.filter((rung) => rung.family === family).sort((one, other) => one.averageBitsPerSecond - other.averageBitsPerSecond);
      return {seconds: own.map(({averageBitsPerSecond}) => averageBitsPerSecond), values: own.map(({xpsnr}) => xpsnr ?? 0)};
    }));
    return [xs, ...ys];
  }, [families, scored]);
  const options = useMemo((): Omit<uPlot.Options, 'width' | 'height'> => ({
    legend: {show: false},
    scales: {x: {time: false, range: (_, __, highest) => [0, highest * 1.15]}, y: {range: (_, low, high) => [Math.floor(low - 2), Math.ceil(high + 2)]}},
    axes: [axis(colours, bitrate, 34), axis(colours, decibels, 64)],
    series: [{}, ...families.map((family, index): uPlot.Series => {
      const colour = seriesColour(index, colours.isDark);
      return {label: family, stroke: colour, width: 1.5, spanGaps: true, points: {show: true, size: 9, fill: colour, stroke: colours.surface}};
    })],
    cursor: {show: false},
    hooks: {draw: [(plot) => drawRungs(plot, scored, families, colours)]},
  }), [families, scored, colours]);
  return <Plot label={strings.title.quality.ladderChart} options={options} data={data} height={HEIGHT}/>;
}

function drawRungs(plot: uPlot, rungs: readonly ReportRung[], families: readonly string[], colours: Colours) {
  const {ctx} = plot;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.font = `${11 * scale}px system-ui, sans-serif`;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  for (const {name, family, averageBitsPerSecond, xpsnr} of rungs) {
    const x = plot.valToPos(averageBitsPerSecond, 'x', true);
    const y = plot.valToPos(xpsnr ?? 0, 'y', true);
    ctx.fillStyle = families.length > 1 ? seriesColour(families.indexOf(family), colours.isDark) : colours.text;
    ctx.fillText(families.length > 1 ? `${name} ${family}` : name, x + 8 * scale, y + 4 * scale);
  }
  ctx.restore();
}
