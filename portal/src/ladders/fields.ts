import type {Path} from './yamlTree';

/** How a field of a ladder file is edited. Limits are the server's to judge; docs/ladder-files.md tells them. */
export interface LadderField {
  path: Path;
  kind: 'text' | 'number' | 'rate' | 'word';
  /** What can be written, of `word`. */
  words?: readonly string[];
  /** What holds if the field is absent; without it nothing is made. */
  usual?: string;
  unit?: string;
}

export interface FieldGroup {
  name: 'general' | 'sound' | 'surround' | 'loudness' | 'text' | 'scrubbing';
  fields: readonly LadderField[];
  /** Shown when asked for. */
  advanced: readonly LadderField[];
}

const YES_NO = ['yes', 'no'];
const PRESETS = ['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium', 'slow', 'slower', 'veryslow'];
const AV1_PRESETS = Array.from({length: 14}, (_, index) => String(13 - index));
const AC3_RATES = ['192k', '224k', '256k', '320k', '384k', '448k', '512k', '640k'];

export const CODECS = ['h264', 'hevc', 'av1'];
export const DYNAMIC_RANGES = ['sdr', 'hdr'];
export const USUAL_CODEC = 'h264';

/** The ladder that is there from the start and that nobody replaces. */
export const BUILT_IN = 'default';

/** From the fastest to the best. */
export function presetsOf(codec: string): readonly string[] {
  return codec === 'av1' ? AV1_PRESETS : PRESETS;
}

export function usualPreset(codec: string): string {
  return codec === 'av1' ? '8' : 'fast';
}

export const SURROUND: Path = ['audio', 'surround'];
export const LOUDNESS: Path = ['audio', 'loudness'];

export const GROUPS: readonly FieldGroup[] = [
  {
    name: 'general',
    fields: [
      {path: ['name'], kind: 'text'},
      {path: ['segmentSeconds'], kind: 'number', usual: '6', unit: 's'},
      {path: ['gopSeconds'], kind: 'number', usual: '2', unit: 's'},
    ],
    advanced: [{path: ['interlaced'], kind: 'word', words: ['fields', 'frames'], usual: 'fields'}],
  },
  {
    name: 'sound',
    fields: [
      {path: ['audio', 'bitrate'], kind: 'rate', usual: '128k'},
      {path: ['audio', 'opus'], kind: 'rate'},
    ],
    advanced: [
      {path: ['audio', 'sampleRate'], kind: 'word', words: ['48000', '44100'], usual: '48000', unit: 'Hz'},
      {path: ['audio', 'monoTracks'], kind: 'word', words: ['auto', 'pairs', 'surround', 'separate'], usual: 'auto'},
    ],
  },
  {
    name: 'surround',
    fields: [{path: [...SURROUND, 'aac'], kind: 'rate', usual: '384k'}],
    advanced: [
      {path: [...SURROUND, 'eac3'], kind: 'rate'},
      {path: [...SURROUND, 'ac3'], kind: 'word', words: AC3_RATES},
      {path: [...SURROUND, 'opus'], kind: 'rate'},
    ],
  },
  {
    name: 'loudness',
    fields: [
      {path: [...LOUDNESS, 'target'], kind: 'number', usual: '-23', unit: 'LUFS'},
      {path: [...LOUDNESS, 'truePeak'], kind: 'number', usual: '-1', unit: 'dBTP'},
    ],
    advanced: [],
  },
  {
    name: 'text',
    fields: [{path: ['text'], kind: 'word', words: ['webvtt', 'imsc1'], usual: 'webvtt'}],
    advanced: [],
  },
  {
    name: 'scrubbing',
    fields: [
      {path: ['trickPlay'], kind: 'word', words: YES_NO, usual: 'yes'},
      {path: ['thumbnails'], kind: 'word', words: YES_NO, usual: 'yes'},
    ],
    advanced: [],
  },
];
