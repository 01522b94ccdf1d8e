import {useEffect, useEffectEvent, useRef} from 'react';
import {useLive} from '../api/events';
import type {Title} from '../api/types';
import {isDeleted} from './deleted';

/** Busy fleets send hundreds of events a second; eyes do not need more than a few drawings. */
const GATHER_MS = 250;

interface Listener {
  onChanged: (titles: ReadonlyMap<string, Title>) => void;
  /** Events may have been missed. */
  onAgain: () => void;
}

/** Titles as they change, gathered to a few changes a second. */
export function useTitleChanges(listener: Listener) {
  const waiting = useRef(new Map<string, Title>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useEffectEvent(() => {
    // What was cancelled by being deleted must not come back.
    const changed = new Map([...waiting.current].filter(([id]) => !isDeleted(id)));
    waiting.current = new Map();
    timer.current = undefined;
    listener.onChanged(changed);
  });
  useLive({
    onTitle: (title) => {
      waiting.current.set(title.titleId, title);
      timer.current ??= setTimeout(() => flush(), GATHER_MS);
    },
    onConnected: (again) => {
      if (again) {
        listener.onAgain();
      }
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
