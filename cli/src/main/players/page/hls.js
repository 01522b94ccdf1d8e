/** hls.js behind the page's one face for players (see players.js). */

import {loadScript} from './load-script.js';

export async function start(video, url, events) {
  await loadScript('vendor/hls.min.js', 'Hls');
  const {Hls} = window;
  const hls = new Hls({
    // A worker file instead of a blob: the content security policy allows only our own scripts.
    workerPath: new URL('vendor/hls.worker.js', document.baseURI).href,
    maxBufferLength: 20,
    maxMaxBufferLength: 40,
  });
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (data.fatal) {
      events.failed(reason(Hls, data), `${data.type}: ${data.details}`);
    }
  });
  hls.on(Hls.Events.MANIFEST_PARSED, events.changed);
  hls.on(Hls.Events.FRAG_CHANGED, events.changed);
  hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, events.changed);
  hls.on(Hls.Events.AUDIO_TRACK_SWITCHED, events.changed);
  hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, events.changed);
  hls.on(Hls.Events.SUBTITLE_TRACK_SWITCH, events.changed);
  hls.loadSource(url);
  hls.attachMedia(video);
  return face(hls);
}

function reason(Hls, data) {
  switch (data.type) {
    case Hls.ErrorTypes.NETWORK_ERROR:
      return 'A playlist or segment could not be loaded.';
    case Hls.ErrorTypes.MEDIA_ERROR:
      return 'The browser cannot decode this title.';
    default:
      return 'The playlist could not be played.';
  }
}

function face(hls) {
  return {
    rungs: () => hls.levels.map((level, index) => ({
      id: String(index),
      width: level.width,
      height: level.height,
      bandwidth: level.bitrate,
    })),
    currentRung: () => (hls.currentLevel < 0 ? null : String(hls.currentLevel)),
    // nextLevel keeps what plays now and replaces what is buffered after it.
    force: (id) => {
      hls.nextLevel = id === null ? -1 : Number(id);
    },
    audioTracks: () => hls.audioTracks.map((track, index) => ({
      id: String(index),
      label: track.name,
      language: track.lang,
    })),
    currentAudio: () => (hls.audioTrack < 0 ? null : String(hls.audioTrack)),
    selectAudio: (id) => {
      hls.audioTrack = Number(id);
    },
    textTracks: () => hls.subtitleTracks.map((track, index) => ({
      id: String(index),
      label: track.name,
      language: track.lang,
    })),
    currentText: () => (hls.subtitleTrack < 0 ? null : String(hls.subtitleTrack)),
    selectText: (id) => {
      hls.subtitleDisplay = id !== null;
      hls.subtitleTrack = id === null ? -1 : Number(id);
    },
    thumbnail: () => null, // hls.js knows no image playlists
    bandwidth: () => hls.bandwidthEstimate,
    stop: () => hls.destroy(),
  };
}
