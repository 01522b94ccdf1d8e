/** What a video element tells about its playing. */
export interface PlayStatistics {
  bufferSeconds: number;
  droppedFrames: number;
  shownFrames: number;
}

interface Ranges {
  readonly length: number;
  start: (index: number) => number;
  end: (index: number) => number;
}

/** Seconds that are ready to play after {@code time}. */
export function bufferAfter(buffered: Ranges, time: number): number {
  for (let index = 0; index < buffered.length; index += 1) {
    if (buffered.start(index) <= time && time <= buffered.end(index)) {
      return buffered.end(index) - time;
    }
  }
  return 0;
}

export function statisticsOf(video: HTMLVideoElement): PlayStatistics {
  const {droppedVideoFrames, totalVideoFrames} = video.getVideoPlaybackQuality();
  return {
    bufferSeconds: bufferAfter(video.buffered, video.currentTime),
    droppedFrames: droppedVideoFrames,
    shownFrames: totalVideoFrames,
  };
}

/** Counts how often what is shown becomes another; the first thing that is shown does not count. */
export class SwitchCounter {
  switches = 0;
  private last: string | undefined;

  show(rung: string | undefined) {
    if (rung !== undefined && rung !== this.last) {
      this.switches += this.last === undefined ? 0 : 1;
      this.last = rung;
    }
  }
}
