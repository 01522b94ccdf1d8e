import {strings} from '../strings';
import {timecode} from '../ui/format';
import type {Inspection} from './documents';

// The inspection in the words of people who make films.

const text = strings.upload;
const PQ = 16;
const HLG = 18;

const CODECS: Record<string, string> = {
  h264: 'H.264', hevc: 'HEVC', av1: 'AV1', vp8: 'VP8', vp9: 'VP9', prores: 'ProRes', dnxhd: 'DNxHD or DNxHR',
  mpeg2video: 'MPEG-2', mpeg4: 'MPEG-4', dvvideo: 'DV', jpeg2000: 'JPEG 2000', mjpeg: 'Motion JPEG',
  aac: 'AAC', ac3: 'Dolby Digital', eac3: 'Dolby Digital Plus', opus: 'Opus', vorbis: 'Vorbis', mp3: 'MP3', flac: 'FLAC',
  H264: 'H.264', HEVC: 'HEVC', AV1: 'AV1',
};

export function codecName(codec: string): string {
  return CODECS[codec] ?? (codec.startsWith('pcm') ? 'PCM' : codec);
}

/** "30000/1001" → 29.97. */
export function rational(value: string): number {
  const [over = 0, under = 1] = value.split('/').map(Number);
  return over / under;
}

export function rateName(rate: string): string {
  return String(Number(rational(rate).toFixed(3)));
}

/** "de" → "German"; codes that nobody knows stay what they are. */
export function languageName(code: string): string {
  if (code === '' || code === 'und') {
    return text.noLanguage;
  }
  try {
    return new Intl.DisplayNames('en', {type: 'language'}).of(code) ?? code;
  } catch {
    return code;
  }
}

export interface Described {
  name: string;
  value: string;
}

export function describe({video, audio, text: texts, durationSeconds}: Inspection): Described[] {
  return [
    {name: text.duration, value: timecode(rational(durationSeconds))},
    {name: text.picture, value: video ? pictureOf(video) : strings.common.none},
    {name: text.sound, value: audio.map(soundOf).join('; ') || strings.common.none},
    {name: text.text, value: texts.map(({language}) => languageName(language)).join('; ') || strings.common.none},
  ];
}

function pictureOf(video: NonNullable<Inspection['video']>): string {
  const {width, height, rate, codec, bitDepth, variableRate, fieldOrder, rotationDegrees, colour} = video;
  return [
    `${width} × ${height}`,
    text.frames(rateName(rate), variableRate),
    codecName(codec),
    bitDepth > 8 && text.bits(bitDepth),
    colour.transfer === PQ && 'HDR (PQ)',
    colour.transfer === HLG && 'HDR (HLG)',
    fieldOrder !== 'PROGRESSIVE' && text.interlaced,
    rotationDegrees % 360 !== 0 && text.turned(rotationDegrees),
  ].filter(Boolean).join(', ');
}

function soundOf({language, channelLayout, channels, codec, role}: Inspection['audio'][number]): string {
  const kind = role === 'main' ? '' : `, ${strings.common.trackRoles[role as keyof typeof strings.common.trackRoles] ?? role}`;
  return `${languageName(language)} (${channelLayout || text.channels(channels)}, ${codecName(codec)}${kind})`;
}
