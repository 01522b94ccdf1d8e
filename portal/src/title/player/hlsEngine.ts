import Hls, {type ErrorData} from 'hls.js';
import workerPath from 'hls.js/dist/hls.worker.js?url';
import {strings} from '../../strings';
import type {Engine, StartEngine} from './engine';

const text = strings.title.player;
const BUFFER_SECONDS = 20;

/** hls.js with a worker from our own origin: the Content-Security-Policy allows no other. */
export function newHls(): Hls {
  return new Hls({workerPath, maxBufferLength: BUFFER_SECONDS, maxMaxBufferLength: 2 * BUFFER_SECONDS});
}

export function hlsReason({type}: ErrorData): string {
  switch (type) {
    case Hls.ErrorTypes.NETWORK_ERROR: return text.notLoaded;
    case Hls.ErrorTypes.MEDIA_ERROR: return text.notDecoded;
    default: return text.notPlayed;
  }
}

export const startHls: StartEngine = async (video, url, {changed, failed}) => {
  const hls = newHls();
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (data.fatal) {
      failed(hlsReason(data), `${data.type}: ${data.details}`);
    }
  });
  const {MANIFEST_PARSED, LEVEL_SWITCHED, AUDIO_TRACKS_UPDATED, AUDIO_TRACK_SWITCHED, SUBTITLE_TRACKS_UPDATED, SUBTITLE_TRACK_SWITCH} = Hls.Events;
  for (const event of [MANIFEST_PARSED, LEVEL_SWITCHED, AUDIO_TRACKS_UPDATED, AUDIO_TRACK_SWITCHED, SUBTITLE_TRACKS_UPDATED, SUBTITLE_TRACK_SWITCH] as const) {
    hls.on(event, changed);
  }
  hls.loadSource(url);
  hls.attachMedia(video);
  return face(hls);
};

function face(hls: Hls): Engine {
  return {
    // A picture is there once for each group of sounds; only those of the group that plays count.
    rungs: () => {
      const group = hls.audioTracks[hls.audioTrack]?.groupId;
      return hls.levels
        .map((level, index) => ({level, id: String(index)}))
        .filter(({level}) => group === undefined || level.hasAudioGroup(group))
        .map(({level: {width, height, bitrate, videoCodec}, id}) => ({id, width, height, bandwidth: bitrate, codecs: videoCodec ?? ''}));
    },
    currentRung: () => idOf(hls.currentLevel),
    // nextLevel keeps what plays now and replaces what is buffered after it.
    force: (rung) => {
      hls.nextLevel = rung === undefined ? -1 : Number(rung);
    },
    sounds: () => hls.audioTracks.map(({name, lang}, index) => ({id: String(index), label: name, language: lang ?? ''})),
    currentSound: () => idOf(hls.audioTrack),
    chooseSound: (id) => {
      hls.audioTrack = Number(id);
    },
    texts: () => hls.subtitleTracks.map(({name, lang}, index) => ({id: String(index), label: name, language: lang ?? ''})),
    currentText: () => idOf(hls.subtitleTrack),
    chooseText: (id) => {
      hls.subtitleDisplay = id !== undefined;
      hls.subtitleTrack = id === undefined ? -1 : Number(id);
    },
    bandwidth: () => hls.bandwidthEstimate,
    stop: () => hls.destroy(),
  };
}

function idOf(index: number): string | undefined {
  return index < 0 ? undefined : String(index);
}
