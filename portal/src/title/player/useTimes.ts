import {useEffect, useState, type RefObject} from 'react';

export interface Times {
  time: number;
  duration: number;
  isPaused: boolean;
  isMuted: boolean;
  volume: number;
}

const NONE: Times = {time: 0, duration: 0, isPaused: true, isMuted: false, volume: 1};
const EVENTS = ['timeupdate', 'seeking', 'seeked', 'durationchange', 'play', 'pause', 'ended', 'volumechange', 'emptied'] as const;

/** What a video element says of itself, as it changes; another key means another element. */
export function useTimes(video: RefObject<HTMLVideoElement | null>, key: string): Times {
  const [times, setTimes] = useState(NONE);
  useEffect(() => {
    const element = video.current;
    if (!element) {
      return;
    }
    const read = () => setTimes({
      time: element.currentTime,
      duration: Number.isFinite(element.duration) ? element.duration : 0,
      isPaused: element.paused,
      isMuted: element.muted,
      volume: element.volume,
    });
    EVENTS.forEach((name) => element.addEventListener(name, read));
    return () => EVENTS.forEach((name) => element.removeEventListener(name, read));
  }, [video, key]);
  return times;
}
