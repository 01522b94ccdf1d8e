/** When replaced bytes have usually come, in milliseconds. */
const MOMENTS = [250, 1_000, 2_500];

/** A paused picture stays what it was when its bytes are replaced, until its place is sought again. */
export function showAgain(video: HTMLVideoElement) {
  for (const moment of MOMENTS) {
    setTimeout(() => {
      if (video.paused && !video.seeking) {
        const {currentTime} = video;
        video.currentTime = currentTime;
      }
    }, moment);
  }
}
