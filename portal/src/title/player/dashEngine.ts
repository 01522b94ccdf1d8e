import * as dashjs from 'dashjs';
import {strings} from '../../strings';
import type {Engine, StartEngine} from './engine';
import {showAgain} from './showAgain';

const text = strings.title.player;

export const startDash: StartEngine = async (video, url, {changed, failed}) => {
  const player = dashjs.MediaPlayer().create();
  player.updateSettings({
    debug: {logLevel: dashjs.Debug.LOG_LEVEL_NONE},
    // Nobody sees text unasked.
    streaming: {text: {defaultEnabled: false}, buffer: {fastSwitchEnabled: true, bufferTimeAtTopQuality: 20}},
  });
  const events = dashjs.MediaPlayer.events;
  player.on(events.ERROR, ({error}: dashjs.ErrorEvent | {error: unknown}) => {
    const message = messageOf(error);
    failed(/not available|failed|download/i.test(message) ? text.notLoaded : text.notPlayed, message);
  });
  for (const name of [events.STREAM_INITIALIZED, events.QUALITY_CHANGE_RENDERED, events.TRACK_CHANGE_RENDERED]) {
    player.on(name, changed);
  }
  player.initialize(video, url, false);
  return face(player, video);
};

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

function face(player: dashjs.MediaPlayerClass, video: HTMLVideoElement): Engine {
  const ready = () => player.isReady() && player.getActiveStream() !== null;
  return {
    rungs: () => (ready() ? player.getRepresentationsByType('video') : []).map((rung) => ({
      id: rung.id, width: rung.width, height: rung.height, bandwidth: rung.bandwidth, codecs: rung.codecs ?? '',
    })),
    currentRung: () => (ready() ? player.getCurrentRepresentationForType('video')?.id : undefined),
    force: (rung) => {
      player.updateSettings({streaming: {abr: {autoSwitchBitrate: {video: rung === undefined}}}});
      if (rung !== undefined) {
        player.setRepresentationForTypeById('video', rung, true);
        showAgain(video);
      }
    },
    sounds: () => tracks(player, 'audio'),
    currentSound: () => {
      const index = ready() ? player.getCurrentTrackFor('audio')?.index : undefined;
      return index === undefined || index === null ? undefined : String(index);
    },
    chooseSound: (id) => {
      const track = player.getTracksFor('audio').find(({index}) => String(index) === id);
      if (track) {
        player.setCurrentTrack(track);
      }
    },
    texts: () => tracks(player, 'text').map((track, index) => ({...track, id: String(index)})),
    currentText: () => {
      const index = ready() && player.isTextEnabled() ? player.getCurrentTextTrackIndex() : -1;
      return index < 0 ? undefined : String(index);
    },
    chooseText: (id) => {
      player.enableText(id !== undefined);
      player.setTextTrack(id === undefined ? -1 : Number(id));
    },
    bandwidth: () => player.getAverageThroughput('video') * 1000,
    stop: () => player.destroy(),
  };
}

function tracks(player: dashjs.MediaPlayerClass, type: 'audio' | 'text') {
  const isThere = player.isReady() && player.getActiveStream() !== null;
  return (isThere ? player.getTracksFor(type) : []).map((track) => ({
    id: String(track.index), label: track.labels?.[0]?.text ?? '', language: track.lang ?? '',
  }));
}
