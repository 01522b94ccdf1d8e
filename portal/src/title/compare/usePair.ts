import {useCallback, useEffect, useState, type RefObject} from 'react';
import {correctionOf, frameAt, timeOfFrame} from './frames';

type Video = RefObject<HTMLVideoElement | null>;

export interface Pair {
  frame: number;
  isPlaying: boolean;
  /** Shows a frame in both. */
  show: (frame: number) => void;
  toggle: () => void;
}

/** Two videos that show the same frame: the first one leads while they play. */
export function usePair(first: Video, second: Video, framesPerSecond: number, frames: number, start: number): Pair {
  const [frame, setFrame] = useState(start);
  const [isPlaying, setPlaying] = useState(false);

  const show = useCallback((wanted: number) => {
    const next = Math.max(0, Math.min(frames - 1, wanted));
    for (const video of [first.current, second.current]) {
      if (video) {
        video.pause();
        video.playbackRate = 1;
        video.currentTime = timeOfFrame(next, framesPerSecond);
      }
    }
    setPlaying(false);
    setFrame(next);
  }, [first, second, framesPerSecond, frames]);

  const toggle = () => {
    const [one, other] = [first.current, second.current];
    if (isPlaying) {
      show(one ? frameAt(one.currentTime, framesPerSecond) : frame);
    } else if (one && other) {
      void Promise.all([one.play(), other.play()]).then(() => setPlaying(true), () => show(frame));
    }
  };

  useEffect(() => {
    if (!isPlaying) {
      return;
    }
    let request = 0;
    const follow = () => {
      const [one, other] = [first.current, second.current];
      if (one && other) {
        setFrame(frameAt(one.currentTime, framesPerSecond));
        keepTogether(one, other, framesPerSecond);
        if (one.ended) {
          show(frames - 1);
        }
      }
      request = requestAnimationFrame(follow);
    };
    request = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(request);
  }, [isPlaying, first, second, framesPerSecond, frames, show]);

  return {frame, isPlaying, show, toggle};
}

function keepTogether(one: HTMLVideoElement, other: HTMLVideoElement, framesPerSecond: number) {
  const correction = correctionOf(other.currentTime - one.currentTime, framesPerSecond);
  switch (correction.kind) {
    case 'none':
      other.playbackRate = one.playbackRate;
      break;
    case 'speed':
      other.playbackRate = correction.rate;
      break;
    case 'seek':
      other.currentTime = one.currentTime;
      break;
  }
}
