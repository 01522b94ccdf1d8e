import {useEffect, useState} from 'react';

/** A colour of the theme as a canvas understands it. */
export function colourOf(place: HTMLElement, property: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  place.append(probe);
  const {color} = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Changes when the colours of the theme do; a canvas has to be drawn again then. */
export function useColourScheme(): string {
  const [scheme, setScheme] = useState(currentScheme);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const look = () => setScheme(currentScheme());
    const chosen = new MutationObserver(look);
    chosen.observe(document.documentElement, {attributeFilter: ['data-theme']});
    system.addEventListener('change', look);
    return () => {
      chosen.disconnect();
      system.removeEventListener('change', look);
    };
  }, []);
  return scheme;
}

function currentScheme(): string {
  return document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}
