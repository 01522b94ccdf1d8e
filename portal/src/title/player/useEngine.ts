import {useCallback, useEffect, useReducer, useRef, useState, type RefObject} from 'react';
import {strings} from '../../strings';
import {loadEngine, type Engine, type PlayerName} from './engine';
import {SwitchCounter} from './playStatistics';

export interface PlayFailure {
  plain: string;
  detail: string;
}

/**
 * Starts a player on the video element, and another one when name or address change. Each must have an
 * element of its own, because text tracks cannot be taken from one; place and sound go with it.
 */
export function useEngine(video: RefObject<HTMLVideoElement | null>, name: PlayerName, url: string) {
  const [engine, setEngine] = useState<Engine>();
  const [failure, setFailure] = useState<PlayFailure>();
  const [, redraw] = useReducer((revision: number) => revision + 1, 0);
  const counter = useRef(new SwitchCounter());
  const before = useRef({place: 0, isMuted: false});

  const changed = useCallback(() => redraw(), []);

  useEffect(() => {
    const element = video.current;
    if (!element) {
      return;
    }
    let isOver = false;
    let running: Engine | undefined;
    const {place, isMuted} = before.current;
    element.muted = isMuted;
    counter.current = new SwitchCounter();
    setFailure(undefined);
    const fail = (plain: string, detail: string) => {
      if (!isOver) {
        setFailure({plain, detail});
      }
    };
    const goBack = () => {
      if (place > 0) {
        element.currentTime = place;
      }
    };
    element.addEventListener('loadedmetadata', goBack, {once: true});
    void loadEngine(name)
      .then((start) => (isOver ? undefined : start(element, url, {changed, failed: fail})))
      .then((started) => {
        if (isOver) {
          started?.stop();
        } else {
          running = started;
          setEngine(started);
        }
      })
      .catch((error: unknown) => fail(strings.title.player.notStarted, String(error)));
    return () => {
      isOver = true;
      element.removeEventListener('loadedmetadata', goBack);
      before.current = {place: element.currentTime, isMuted: element.muted};
      running?.stop();
      setEngine(undefined);
    };
  }, [video, name, url, changed]);

  return {engine, failure, counter: counter.current, changed};
}
