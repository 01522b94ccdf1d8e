import {useEffect, useRef} from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type {Colours} from '../../ui/colours';
import styles from './Quality.module.css';

interface PlotProps {
  /** For screen readers; the figures are in tables, too. */
  label: string;
  options: Omit<uPlot.Options, 'width' | 'height'>;
  data: uPlot.AlignedData;
  height: number;
}

/** A chart that fills its column. New options draw it anew, so keep them as long as nothing changes. */
export function Plot({label, options, data, height}: PlotProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) {
      return;
    }
    const plot = new uPlot({...options, width: Math.max(200, element.clientWidth), height}, data, element);
    const observer = new ResizeObserver(() => plot.setSize({width: Math.max(200, element.clientWidth), height}));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [options, data, height]);
  return <div ref={frame} className={styles.plot} role="img" aria-label={label} style={{minHeight: height}}/>;
}

/** An axis in the theme's colours. */
export function axis(colours: Colours, values: (value: number) => string, size: number): uPlot.Axis {
  return {
    stroke: colours.dim,
    grid: {stroke: colours.line, width: 1},
    ticks: {stroke: colours.line, width: 1},
    font: '11px system-ui, sans-serif',
    size,
    values: (_, splits) => splits.map((split) => values(split)),
  };
}
