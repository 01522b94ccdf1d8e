import shaka from 'shaka-player';
import {strings} from '../../strings';
import type {Engine, StartEngine} from './engine';
import {bufferAfter} from './playStatistics';
import {showAgain} from './showAgain';

const text = strings.title.player;
/** Short, because a forced rung is seen only after what is buffered has been played. */
const BUFFER_SECONDS = 8;
const END_SECONDS = 0.5;

/** Shaka numbers its errors; the thousands say what kind it is. */
function reason(code: number): string {
  switch (Math.floor(code / 1000)) {
    case 1: return text.notLoaded;
    case 3: return text.notDecoded;
    default: return text.notPlayed;
  }
}

export const startShaka: StartEngine = async (video, url, {changed, failed}) => {
  shaka.polyfill.installAll();
  const player = new shaka.Player();
  await player.attach(video);
  player.configure({streaming: {bufferingGoal: BUFFER_SECONDS}});
  const fail = (error: unknown) => {
    const {code, data} = error as {code?: number; data?: unknown[]};
    failed(reason(code ?? 0), `Shaka ${code ?? ''} ${JSON.stringify(data ?? [])}`);
  };
  player.addEventListener('error', (event: unknown) => fail((event as {detail: unknown}).detail));
  for (const name of ['adaptation', 'variantchanged', 'trackschanged', 'audiotrackschanged', 'textchanged']) {
    player.addEventListener(name, changed);
  }
  player.load(url).then(changed, fail);
  return face(player, video);
};

/** Two variants with the same picture and different sound are one rung. */
function rungKey({videoId, originalVideoId}: shaka.extern.Track): string {
  return String(videoId ?? originalVideoId);
}

function soundKey({language, label, channelsCount, codecs}: shaka.extern.AudioTrack): string {
  return [language, label, channelsCount, codecs].join('/');
}

/** In HLS a sound has another id in each group, so ids do not tell. */
function soundsLike(one: shaka.extern.Track, other: shaka.extern.Track): boolean {
  return one.language === other.language && one.label === other.label && one.channelsCount === other.channelsCount;
}

function face(player: shaka.Player, video: HTMLVideoElement): Engine {
  const variants = (): shaka.extern.Track[] => player.getVariantTracks();
  const active = () => variants().find((track) => track.active);
  /** One variant per picture: that which sounds like the one that plays, if there is one. */
  const choices = () => {
    const sound = active();
    const byPicture = new Map<string, shaka.extern.Track>();
    for (const track of variants()) {
      if (!byPicture.has(rungKey(track)) || (sound && soundsLike(track, sound))) {
        byPicture.set(rungKey(track), track);
      }
    }
    return [...byPicture.values()];
  };
  let isForced = false;
  return {
    rungs: () => choices().map((track) => ({
      id: rungKey(track), width: track.width ?? 0, height: track.height ?? 0, bandwidth: track.bandwidth, codecs: track.videoCodec ?? '',
    })),
    currentRung: () => {
      const track = active();
      return track && rungKey(track);
    },
    force: (rung) => {
      const wasForced = isForced;
      isForced = rung !== undefined;
      player.configure({abr: {enabled: rung === undefined}});
      const track = choices().find((choice) => rungKey(choice) === rung);
      if (track) {
        // What is buffered is kept where an automatic switch may be on its way: cleared meanwhile, Shaka 5.2
        // never fills the video buffer again.
        const isAllBuffered = bufferAfter(video.buffered, video.currentTime) > video.duration - video.currentTime - END_SECONDS;
        player.selectVariantTrack(track, wasForced || isAllBuffered);
        showAgain(video);
      }
    },
    sounds: () => player.getAudioTracks().map((track) => ({id: soundKey(track), label: track.label ?? '', language: track.language})),
    currentSound: () => {
      const track = player.getAudioTracks().find(({active: isActive}) => isActive);
      return track && soundKey(track);
    },
    chooseSound: (id) => {
      const track = player.getAudioTracks().find((candidate) => soundKey(candidate) === id);
      if (track) {
        player.selectAudioTrack(track);
      }
    },
    texts: () => player.getTextTracks().map((track) => ({id: String(track.id), label: track.label ?? '', language: track.language})),
    currentText: () => {
      const track = player.getTextTracks().find(({active: isActive}) => isActive);
      return track && String(track.id);
    },
    chooseText: (id) => {
      player.selectTextTrack(player.getTextTracks().find((track) => String(track.id) === id) ?? null);
    },
    bandwidth: () => player.getStats().estimatedBandwidth,
    stop: () => void player.destroy(),
  };
}
