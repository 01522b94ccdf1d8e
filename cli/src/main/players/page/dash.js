/** dash.js behind the page's one face for players (see players.js). */

import {loadScript} from './load-script.js';

export async function start(video, url, events) {
  await loadScript('vendor/dash.all.min.js', 'dashjs');
  const {dashjs} = window;
  const player = dashjs.MediaPlayer().create();
  player.updateSettings({
    debug: {logLevel: dashjs.Debug.LOG_LEVEL_ERROR},
    // Nobody sees text unasked.
    streaming: {text: {defaultEnabled: false}, buffer: {fastSwitchEnabled: true, bufferTimeAtTopQuality: 20}},
  });
  const {events: names} = dashjs.MediaPlayer;
  player.on(names.ERROR, ({error}) => {
    events.failed(reason(error), `${error.code ?? ''} ${error.message ?? error}`.trim());
  });
  for (const name of [names.STREAM_INITIALIZED, names.QUALITY_CHANGE_RENDERED,
    names.TRACK_CHANGE_RENDERED]) {
    player.on(name, events.changed);
  }
  player.initialize(video, url, false);
  return face(player);
}

function reason(error) {
  const text = String(error.message ?? error);
  if (/not available|failed|download/i.test(text)) {
    return 'The manifest or a segment could not be loaded.';
  }
  return 'This title could not be played.';
}

function face(player) {
  const ready = () => player.isReady() && player.getActiveStream() !== null;
  return {
    rungs: () => (ready() ? player.getRepresentationsByType('video') : []).map((rung) => ({
      id: rung.id,
      width: rung.width,
      height: rung.height,
      bandwidth: rung.bandwidth,
    })),
    currentRung: () => (ready() && player.getCurrentRepresentationForType('video')?.id) || null,
    force: (id) => {
      player.updateSettings({streaming: {abr: {autoSwitchBitrate: {video: id === null}}}});
      if (id !== null) {
        player.setRepresentationForTypeById('video', id, true);
      }
    },
    audioTracks: () => (ready() ? player.getTracksFor('audio') : []).map((track) => ({
      id: String(track.index),
      label: track.labels?.[0]?.text,
      language: track.lang,
    })),
    currentAudio: () => {
      const track = ready() && player.getCurrentTrackFor('audio');
      return track ? String(track.index) : null;
    },
    selectAudio: (id) => {
      const track = player.getTracksFor('audio').find(({index}) => String(index) === id);
      player.setCurrentTrack(track);
    },
    textTracks: () => (ready() ? player.getTracksFor('text') : []).map((track, index) => ({
      id: String(index),
      label: track.labels?.[0]?.text,
      language: track.lang,
    })),
    currentText: () => {
      const index = ready() && player.isTextEnabled() ? player.getCurrentTextTrackIndex() : -1;
      return index < 0 ? null : String(index);
    },
    selectText: (id) => {
      player.enableText(id !== null);
      player.setTextTrack(id === null ? -1 : Number(id));
    },
    thumbnail: (time) => (ready()
      ? new Promise((resolve) => player.provideThumbnail(time, resolve)) : null),
    bandwidth: () => player.getAverageThroughput('video') * 1000,
    stop: () => player.destroy(),
  };
}
