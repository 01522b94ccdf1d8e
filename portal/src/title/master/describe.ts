import {strings} from '../../strings';
import {bitrate, timecode} from '../../ui/format';
import {codecName, containerName} from '../data/codecs';
import {toNumber, type InspectedAudio, type InspectedText, type InspectedVideo, type Inspection} from '../data/documents';
import {languageName} from '../data/language';

const text = strings.title.master;

/** Transfer characteristics of ITU-T H.273. */
const PQ = 16;
const HLG = 18;

function joined(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** "24000/1001" → "23.976". */
export function rateWords(rational: string): string {
  return String(Math.round(toNumber(rational) * 1000) / 1000);
}

export function fileWords({container, durationSeconds}: Inspection): string {
  return joined(containerName(container), timecode(toNumber(durationSeconds), true));
}

/** What a master holds, a line for each stream. */
export function holdings({video, audio, text: texts}: Inspection): {name: string; value: string}[] {
  return [
    ...video ? [{name: text.picture, value: videoWords(video)}] : [],
    ...audio.map((stream, index) => ({name: text.sound(index + 1), value: audioWords(stream)})),
    ...texts.map((stream, index) => ({name: text.text(index + 1), value: textWords(stream)})),
  ];
}

export function videoWords(video: InspectedVideo): string {
  return joined(
    `${video.width} × ${video.height}`,
    text.framesPerSecond(rateWords(video.rate)) + (video.variableRate ? ` (${text.uneven})` : ''),
    `${codecName(video.codec)} ${video.profile}`.trim(),
    text.bits(video.bitDepth),
    video.colour.transfer === PQ ? 'HDR (PQ)' : video.colour.transfer === HLG ? 'HDR (HLG)' : text.standardRange,
    video.fieldOrder !== 'PROGRESSIVE' && text.interlaced,
    video.rotationDegrees !== 0 && text.rotated(video.rotationDegrees),
    video.bitsPerSecond !== undefined && bitrate(video.bitsPerSecond),
  );
}

export function audioWords(audio: InspectedAudio): string {
  return joined(
    languageName(audio.language),
    audio.name,
    roleWords(audio.role),
    audio.channelLayout || text.channels(audio.channels),
    `${codecName(audio.codec)} ${audio.sampleRate / 1000} kHz`,
    audio.loudness && text.loudness(audio.loudness.integratedLufs, audio.loudness.truePeakDbtp),
  );
}

function textWords({language, name, role, codec}: InspectedText): string {
  return joined(languageName(language), name, roleWords(role), codec && codecName(codec));
}

function roleWords(role: string): string | undefined {
  const roles: Partial<Record<string, string>> = strings.common.trackRoles;
  return role === 'main' ? undefined : roles[role] ?? role;
}
