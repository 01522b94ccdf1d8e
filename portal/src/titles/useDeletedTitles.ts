import {useEffect, useEffectEvent, useRef} from 'react';
import {useLive} from '../api/events';
import {markGone, markThere} from './deleted';

/** As changes are: a deleted season must not draw the list a hundred times. */
const GATHER_MS = 250;

/** Titles that somebody deleted, anywhere; call it before what listens to changes. */
export function useDeletedTitles(onDeleted: (ids: ReadonlySet<string>) => void) {
  const waiting = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useEffectEvent(() => {
    const ids = waiting.current;
    waiting.current = new Set();
    timer.current = undefined;
    onDeleted(ids);
  });
  useLive({
    onDeleted: (titleId) => {
      markGone(titleId);
      waiting.current.add(titleId);
      timer.current ??= setTimeout(() => flush(), GATHER_MS);
    },
    onTitle: ({titleId}) => {
      markThere(titleId);
      waiting.current.delete(titleId);
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
