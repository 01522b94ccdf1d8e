/** What the first bytes of a file say it is. */
export interface Kind {
  /** For people; absent if nothing known begins like this. */
  name: string | undefined;
  use: 'master' | 'sound' | 'text' | 'none' | 'unknown';
}

/** How many bytes are looked at. */
export const HEAD_BYTES = 64 * 1024;

const TS_PACKET = 188;
const BDAV_PACKET = 192;

type Test = (bytes: Uint8Array, text: string) => boolean;

const startsWith = (text: string): Test => (_, head) => head.startsWith(text);
const hasAt = (at: number, text: string): Test => (_, head) => head.startsWith(text, at);
const has = (...bytes: number[]): Test => (head) => bytes.every((byte, at) => head[at] === byte);
const both = (...tests: Test[]): Test => (bytes, text) => tests.every((test) => test(bytes, text));

function syncs(bytes: Uint8Array, first: number, every: number): boolean {
  return [0, 1, 2].every((packet) => bytes[first + packet * every] === 0x47);
}

const isMpegAudio: Test = (bytes, text) =>
  text.startsWith('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);

/** In the order in which they are tried: text comes last, for much begins like text. */
const KINDS: readonly [Kind['use'], string, Test][] = [
  ['none', 'a picture (HEIC or AVIF)', both(hasAt(4, 'ftyp'), (_, text) => /^(heic|heix|mif1|avif|avis)/.test(text.slice(8)))],
  ['sound', 'MPEG-4 audio', both(hasAt(4, 'ftyp'), (_, text) => /^M4[AB] /.test(text.slice(8)))],
  ['master', 'QuickTime', hasAt(4, 'ftypqt')],
  ['master', 'MP4', hasAt(4, 'ftyp')],
  ['master', 'MP4', (_, text) => /^(styp|sidx|moof)/.test(text.slice(4))],
  ['master', 'QuickTime', (_, text) => /^(moov|mdat|wide|free|skip|pnot)/.test(text.slice(4))],
  ['master', 'WebM', both(has(0x1a, 0x45, 0xdf, 0xa3), (_, text) => text.slice(0, 80).includes('webm'))],
  ['master', 'Matroska', has(0x1a, 0x45, 0xdf, 0xa3)],
  ['master', 'MXF', has(0x06, 0x0e, 0x2b, 0x34)],
  ['master', 'AVI', both(startsWith('RIFF'), hasAt(8, 'AVI'))],
  ['sound', 'WAVE', both((_, text) => /^(RIFF|RF64|BW64)/.test(text), hasAt(8, 'WAVE'))],
  ['none', 'a picture (WebP)', both(startsWith('RIFF'), hasAt(8, 'WEBP'))],
  ['master', 'MPEG transport stream', (bytes) => syncs(bytes, 0, TS_PACKET) || syncs(bytes, 4, BDAV_PACKET)],
  ['master', 'MPEG program stream', has(0, 0, 1, 0xba)],
  ['master', 'MPEG video', has(0, 0, 1, 0xb3)],
  ['master', 'H.264 or HEVC without a container', (bytes) => has(0, 0, 0, 1)(bytes, '') || has(0, 0, 1)(bytes, '')],
  ['master', 'Flash video', startsWith('FLV')],
  ['master', 'Windows Media', has(0x30, 0x26, 0xb2, 0x75)],
  ['master', 'IVF', startsWith('DKIF')],
  ['sound', 'FLAC', startsWith('fLaC')],
  ['sound', 'Ogg', startsWith('OggS')],
  ['sound', 'AIFF', both(startsWith('FORM'), (_, text) => /^AIF[FC]/.test(text.slice(8)))],
  ['sound', 'Dolby audio', has(0x0b, 0x77)],
  ['none', 'a ZIP archive or Office document', has(0x50, 0x4b, 0x03, 0x04)],
  ['none', 'a RAR archive', startsWith('Rar!')],
  ['none', 'a 7-Zip archive', has(0x37, 0x7a, 0xbc, 0xaf)],
  ['none', 'a compressed file (gzip)', has(0x1f, 0x8b)],
  ['none', 'a PDF document', startsWith('%PDF')],
  ['none', 'a picture (PNG)', has(0x89, 0x50, 0x4e, 0x47)],
  ['none', 'a picture (JPEG)', has(0xff, 0xd8, 0xff)],
  ['none', 'a picture (GIF)', startsWith('GIF8')],
  ['none', 'a picture (TIFF)', (_, text) => text.startsWith('II*\0') || text.startsWith('MM\0*')],
  ['none', 'a program', (_, text) => text.startsWith('MZ') || text.startsWith('\x7fELF')],
  ['none', 'a playlist, which lists other files', (_, text) => /^\s*(#EXTM3U|<\?xml[^]*?<MPD|<MPD)/.test(text.slice(0, 2000))],
  ['sound', 'MP3 or AAC', isMpegAudio],
  ['text', 'WebVTT', (_, text) => /^(\xef\xbb\xbf)?WEBVTT/.test(text)],
  ['text', 'SubStation Alpha', (_, text) => /^(\xef\xbb\xbf)?\s*\[Script Info\]/i.test(text)],
  ['text', 'TTML', (_, text) => /<(\w+:)?tt[\s>]/.test(text.slice(0, 4000))],
  ['text', 'SubRip', (_, text) => /^[^]{0,200}?\d+:\d\d:\d\d[,.]\d+ *--> *\d+:\d\d/.test(text.replaceAll('\0', ''))],
  ['none', 'a text or web page', (_, text) => /^\s*(<!doctype html|<html|\{|#!)/i.test(text)],
];

/** Each byte as the character of that number, so that signatures can be written as text. */
function asText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
}

export function kindOf(bytes: Uint8Array): Kind {
  const text = asText(bytes);
  const found = KINDS.find(([, , test]) => test(bytes, text));
  return found ? {use: found[0], name: found[1]} : {use: 'unknown', name: undefined};
}
