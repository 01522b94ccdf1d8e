import {USUAL, type Settings} from './draft';

const KEY = 'reelway.uploadSettings';

/** The choice of the last upload; what it does not say is as usual. */
export function keptSettings(): Settings {
  try {
    return {...USUAL, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>};
  } catch {
    return USUAL;
  }
}

export function keepSettings(settings: Settings) {
  localStorage.setItem(KEY, JSON.stringify(settings));
}
