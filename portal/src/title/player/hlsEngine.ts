import Hls, {type ErrorData, type Level} from 'hls.js';
import workerPath from 'hls.js/dist/hls.worker.js?url';
import {strings} from '../../strings';
import type {Engine, StartEngine} from './engine';
import {showAgain} from './showAgain';

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
  return face(hls, video);
};

/** A picture is there once for each group of sounds; what it looks like tells which are the same. */
function rungKey({width, height, videoCodec, videoRange}: Level): string {
  return [width, height, videoCodec, videoRange].join('/');
}

function face(hls: Hls, video: HTMLVideoElement): Engine {
  let forced: string | undefined;
  const hasSound = (level: Level) => {
    const group = hls.audioTracks[hls.audioTrack]?.groupId;
    return group === undefined || level.hasAudioGroup(group);
  };
  const forcedLevel = () => {
    const same = hls.levels.filter((level) => rungKey(level) === forced);
    const level = same.find(hasSound) ?? same[0];
    return level === undefined ? -1 : hls.levels.indexOf(level);
  };
  // Another sound may be in another group, whose rungs hls.js would choose among freely.
  hls.on(Hls.Events.AUDIO_TRACK_SWITCHED, () => {
    if (forced !== undefined) {
      hls.nextLevel = forcedLevel();
    }
  });
  return {
    rungs: () => hls.levels.filter(hasSound).map((level) => ({
      id: rungKey(level), width: level.width, height: level.height, bandwidth: level.bitrate, codecs: level.videoCodec ?? '',
    })),
    currentRung: () => {
      const level = hls.levels[hls.currentLevel];
      return level && rungKey(level);
    },
    force: (rung) => {
      forced = rung;
      const level = forcedLevel();
      if (level < 0) {
        hls.nextLevel = level;
      } else {
        // nextLevel would keep what is buffered, and once all is buffered load nothing any more.
        hls.currentLevel = level;
        showAgain(video);
      }
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
