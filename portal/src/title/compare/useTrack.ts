import {useEffect, useState, type RefObject} from 'react';
import {strings} from '../../strings';

/** Shows one video track alone, without sound and without any switching; gives what went wrong. */
export function useTrack(video: RefObject<HTMLVideoElement | null>, playlist: string): string | undefined {
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const element = video.current;
    if (!element) {
      return;
    }
    let isOver = false;
    let stop = () => {};
    const place = element.currentTime;
    setFailure(undefined);
    void import('../player/hlsEngine').then(({newHls, hlsReason}) => {
      if (isOver) {
        return;
      }
      const hls = newHls();
      hls.on('hlsError' as typeof import('hls.js').Events.ERROR, (_, data) => {
        if (data.fatal) {
          setFailure(hlsReason(data));
        }
      });
      hls.config.startPosition = place;
      hls.loadSource(playlist);
      hls.attachMedia(element);
      stop = () => hls.destroy();
    }).catch(() => setFailure(strings.title.player.notStarted));
    return () => {
      isOver = true;
      stop();
    };
  }, [video, playlist]);
  return failure;
}

/** The media time of the frame that a video element shows, as its decoder tells it. */
export function useShownTime(video: RefObject<HTMLVideoElement | null>): number | undefined {
  const [shown, setShown] = useState<number>();
  useEffect(() => {
    const element = video.current;
    if (!element || !('requestVideoFrameCallback' in element)) {
      return;
    }
    let handle = 0;
    const next = (_: number, {mediaTime}: VideoFrameCallbackMetadata) => {
      setShown(mediaTime);
      handle = element.requestVideoFrameCallback(next);
    };
    handle = element.requestVideoFrameCallback(next);
    return () => element.cancelVideoFrameCallback(handle);
  }, [video]);
  return shown;
}
