import {useEffect, useRef, type RefObject} from 'react';
import type {ReportRung} from '../data/documents';
import type {Engine} from './engine';
import {rungLike, type Moment} from './moment';

interface Wish {
  moment: Moment | undefined;
  /** The rung of the moment, once it is known. */
  rung: ReportRung | undefined;
  force: (rung: string) => void;
}

/** Brings the player to a moment that the address names, once for each, as soon as the player can. */
export function useMoment(frame: RefObject<HTMLElement | null>, video: RefObject<HTMLVideoElement | null>, engine: Engine | undefined, {moment, rung, force}: Wish) {
  const sought = useRef<Moment>(undefined);
  const forced = useRef<Moment>(undefined);
  // After each drawing: the player tells by drawing again that it knows its rungs.
  useEffect(() => {
    const element = video.current;
    const rungs = engine?.rungs() ?? [];
    if (!element || !moment || rungs.length === 0) {
      return;
    }
    if (forced.current !== moment && rung) {
      forced.current = moment;
      const wanted = rungLike(rungs, rung);
      if (wanted) {
        force(wanted.id);
      }
    }
    if (sought.current !== moment && element.readyState >= HTMLMediaElement.HAVE_METADATA) {
      sought.current = moment;
      element.pause();
      element.currentTime = moment.seconds;
      frame.current?.focus();
    }
  });
}
