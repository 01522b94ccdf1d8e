import {useEffect, useState} from 'react';

/** Colours for canvases, which cannot read custom properties. */
export interface Colours {
  text: string;
  dim: string;
  line: string;
  surface: string;
  accent: string;
  good: string;
  warn: string;
  bad: string;
  quiet: string;
  goodSoft: string;
  accentWash: string;
  isDark: boolean;
}

const COLOURS = {
  text: 'var(--text)', dim: 'var(--text-dim)', line: 'var(--line)', surface: 'var(--surface)', accent: 'var(--accent)', good: 'var(--good)',
  warn: 'var(--warn)', bad: 'var(--bad)', quiet: 'var(--quiet-wash)', accentWash: 'var(--accent-wash)',
  goodSoft: 'color-mix(in srgb, var(--good) 45%, var(--surface))',
} as const;

function read(): Colours {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const entries = Object.entries(COLOURS).map(([name, colour]) => {
    probe.style.color = colour;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.style.color = 'light-dark(black, white)';
  const isDark = getComputedStyle(probe).color === 'rgb(255, 255, 255)';
  probe.remove();
  return {...Object.fromEntries(entries) as Omit<Colours, 'isDark'>, isDark};
}

/** The colours of the theme; new ones when the theme changes. */
export function useColours(): Colours {
  const [colours, setColours] = useState(read);
  useEffect(() => {
    const again = () => setColours(read());
    const system = matchMedia('(prefers-color-scheme: dark)');
    const choice = new MutationObserver(again);
    system.addEventListener('change', again);
    choice.observe(document.documentElement, {attributes: true, attributeFilter: ['data-theme']});
    return () => {
      system.removeEventListener('change', again);
      choice.disconnect();
    };
  }, []);
  return colours;
}

const HUES = [205, 28, 140, 325, 265, 85, 0, 175];

/** A colour for the n-th of several things of one kind; far from its neighbours, readable on both grounds. */
export function seriesColour(index: number, isDark: boolean): string {
  const hue = HUES[index % HUES.length] ?? 0;
  const lap = Math.floor(index / HUES.length);
  return `hsl(${hue + lap * 15} ${isDark ? 65 : 70}% ${isDark ? 66 : 36}%)`;
}
