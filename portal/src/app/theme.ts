import {useState} from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'reelway.theme';

function isTheme(value: string | null): value is Theme {
  return value === 'light' || value === 'dark';
}

function storedTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return isTheme(stored) ? stored : 'system';
}

function show(theme: Theme) {
  const {dataset} = document.documentElement;
  if (theme === 'system') {
    delete dataset.theme;
  } else {
    dataset.theme = theme;
  }
}

/** Call before the first paint. */
export function showStoredTheme() {
  show(storedTheme());
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  const choose = (next: Theme) => {
    localStorage.setItem(KEY, next);
    show(next);
    setTheme(next);
  };
  return [theme, choose];
}
