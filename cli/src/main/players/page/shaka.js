/** Shaka Player behind the page's one face for players (see players.js). */

import {loadScript} from './load-script.js';

/** Shaka numbers its errors; the thousands say what kind it is. */
const REASONS = {
  1: 'A manifest or segment could not be loaded.',
  2: 'A subtitle could not be read.',
  3: 'The browser cannot decode this title.',
  4: 'The manifest cannot be understood.',
  6: 'The title is encrypted and no key was given.',
};

/** Short, because a forced rung is seen only after what is buffered has been played. */
const BUFFER_SECONDS = 8;

export async function start(video, url, events) {
  await loadScript('vendor/shaka-player.compiled.js', 'shaka');
  const {shaka} = window;
  shaka.polyfill.installAll();
  const player = new shaka.Player();
  await player.attach(video);
  player.configure({streaming: {bufferingGoal: BUFFER_SECONDS}});
  const failed = (error) => events.failed(
      REASONS[Math.floor(error.code / 1000)] ?? 'This title could not be played.',
      `Shaka error ${error.code} ${JSON.stringify(error.data ?? [])}`);
  player.addEventListener('error', ({detail}) => failed(detail));
  for (const name of ['adaptation', 'variantchanged', 'trackschanged', 'audiotrackschanged', 'textchanged']) {
    player.addEventListener(name, events.changed);
  }
  player.load(url).then(events.changed, failed);
  return face(player);
}

/** Two variants with the same picture and different sound are one rung. */
function rungKey(track) {
  return String(track.videoId ?? track.originalVideoId);
}

function face(player) {
  const active = () => player.getVariantTracks().find((track) => track.active);
  /** The variants that sound like the one that plays, one per picture. */
  const choices = () => {
    const audioId = active()?.audioId;
    return player.getVariantTracks()
        .filter((track) => audioId === undefined || track.audioId === audioId);
  };
  const audioKey = (track) => [track.language, track.label, track.channelsCount].join('/');
  return {
    rungs: () => choices().map((track) => ({
      id: rungKey(track),
      width: track.width,
      height: track.height,
      bandwidth: track.bandwidth,
    })),
    currentRung: () => (active() ? rungKey(active()) : null),
    force: (id) => {
      player.configure({abr: {enabled: id === null}});
      const track = choices().find((choice) => rungKey(choice) === id);
      if (track) {
        // Keeps what is buffered: cleared while a playlist of an automatic switch is on its way,
        // Shaka 5.2 never fills the video buffer again.
        player.selectVariantTrack(track);
      }
    },
    audioTracks: () => player.getAudioTracks().map((track) => ({
      id: audioKey(track),
      label: track.label,
      language: track.language,
    })),
    currentAudio: () => {
      const track = player.getAudioTracks().find((candidate) => candidate.active);
      return track ? audioKey(track) : null;
    },
    selectAudio: (id) => {
      const track = player.getAudioTracks().find((candidate) => audioKey(candidate) === id);
      player.selectAudioTrack(track);
    },
    textTracks: () => player.getTextTracks().map((track) => ({
      id: String(track.id),
      label: track.label,
      language: track.language,
    })),
    currentText: () => {
      const track = player.getTextTracks().find((candidate) => candidate.active);
      return track ? String(track.id) : null;
    },
    selectText: (id) => {
      const track = player.getTextTracks().find((candidate) => String(candidate.id) === id);
      player.selectTextTrack(track ?? null);
    },
    thumbnail: async (time) => {
      const image = await player.getThumbnails(null, time);
      return image && {
        url: image.uris[0],
        x: image.positionX,
        y: image.positionY,
        width: image.width,
        height: image.height,
      };
    },
    bandwidth: () => player.getStats().estimatedBandwidth,
    stop: () => player.destroy(),
  };
}
