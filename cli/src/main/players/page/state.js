/**
 * What the page knows while it plays, readable by tests as `window.reelway`. Everything is read
 * from the player and the video element when it is asked for; only the user's wish is kept.
 */
export class PlayState {
  #video;
  #face;

  constructor(playerName, source, video) {
    this.player = playerName;
    this.source = source;
    this.forcedRung = null;
    /** {plain, detail} of everything that went wrong. */
    this.errors = [];
    /** Called after the user chose something. */
    this.onChoice = () => {};
    /** The storyboard's thumbnail for an instant. */
    this.storyboard = () => null;
    this.#video = video;
    this.#face = null;
  }

  /** From here on the player answers. */
  playWith(face) {
    this.#face = face;
  }

  get variants() {
    return this.#face?.rungs() ?? [];
  }

  get currentRung() {
    return this.#face?.currentRung() ?? null;
  }

  get audioTracks() {
    return this.#face?.audioTracks() ?? [];
  }

  get currentAudio() {
    return this.#face?.currentAudio() ?? null;
  }

  get textTracks() {
    return this.#face?.textTracks() ?? [];
  }

  /** The text that is shown, or null. */
  get currentText() {
    return this.#face?.currentText() ?? null;
  }

  /** Measured bits per second. */
  get bandwidth() {
    return this.#face?.bandwidth() ?? NaN;
  }

  /** The player's own thumbnail for an instant, {url, x, y, width, height}, or null. */
  async thumbnail(time) {
    return (await this.#face?.thumbnail(time)) ?? null;
  }

  get videoWidth() {
    return this.#video.videoWidth;
  }

  get videoHeight() {
    return this.#video.videoHeight;
  }

  get decodedVideoFrames() {
    return this.#video.getVideoPlaybackQuality().totalVideoFrames;
  }

  get droppedVideoFrames() {
    return this.#video.getVideoPlaybackQuality().droppedVideoFrames;
  }

  /** Bytes of sound that came out of the decoder; 0 in browsers that do not count them. */
  get audioDecodedByteCount() {
    return this.#video.webkitAudioDecodedByteCount ?? 0;
  }

  /** Seconds that are ready to play after the current time. */
  get bufferSeconds() {
    const {buffered, currentTime} = this.#video;
    for (let i = 0; i < buffered.length; i++) {
      if (buffered.start(i) <= currentTime && currentTime <= buffered.end(i)) {
        return buffered.end(i) - currentTime;
      }
    }
    return 0;
  }

  /** Stays on the rung `id`; null lets the player choose. */
  force(id) {
    this.forcedRung = id;
    this.#face.force(id);
    this.onChoice();
  }

  selectAudio(id) {
    this.#face.selectAudio(id);
    this.onChoice();
  }

  /** Shows the text track `id`; null shows none. */
  selectText(id) {
    this.#face.selectText(id);
    this.onChoice();
  }
}
