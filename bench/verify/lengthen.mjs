// Makes a long title of a short one, cheaply: repeats its segments with decode times and sequence
// numbers moved on, and manifests to match. Images are left out. See bench/README.md.
//
//   node bench/verify/lengthen.mjs TITLE OUT REPEATS LOOP
//
// The first segment is followed by REPEATS times the LOOP segments after it. These must last a whole
// number of sound packets in every track, or the sound drifts: 4 segments of 6 s do at 24 and 25
// frames per second with AAC at 48 kHz.

import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [title, out, repeats, loop] = process.argv.slice(2).map((word, i) => (i < 2 ? word : Number(word)));
const count = 1 + repeats * loop;

const segment = (number) => `segment-${String(number).padStart(5, '0')}.m4s`;
const original = (number) => (number === 1 ? 1 : 2 + ((number - 2) % loop));
const round = (number) => (number === 1 ? 0 : Math.floor((number - 2) / loop));

/** Calls `visit` with the offset of every decode time and sequence number. */
function boxes(bytes, from, to, visit) {
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'moof' || type === 'traf') boxes(bytes, at + 8, at + size, visit);
    if (type === 'tfdt' || type === 'mfhd') visit(type, at + 12);
    at += size;
  }
}

function firstOf(file) {
  const bytes = readFileSync(file);
  const first = {};
  boxes(bytes, 0, bytes.length, (type, at) => {
    first[type] ??= type === 'tfdt' ? bytes.readBigUInt64BE(at) : bytes.readUInt32BE(at);
  });
  return first;
}

function media(from, to) {
  const start = firstOf(join(from, segment(2)));
  const end = firstOf(join(from, segment(2 + loop)));
  for (let number = 1; number <= count; number++) {
    const bytes = readFileSync(join(from, segment(original(number))));
    boxes(bytes, 0, bytes.length, (type, at) => {
      if (type === 'tfdt') {
        const ticks = bytes.readBigUInt64BE(at) + BigInt(round(number)) * (end.tfdt - start.tfdt);
        bytes.writeBigUInt64BE(ticks, at);
      } else {
        bytes.writeUInt32BE(bytes.readUInt32BE(at) + round(number) * (end.mfhd - start.mfhd), at);
      }
    });
    writeFileSync(join(to, segment(number)), bytes);
  }
}

function playlist(text) {
  const lines = text.split('\n');
  const entries = new Map();
  let entry = [];
  const head = [];
  for (const line of lines) {
    if (line.startsWith('#EXTINF')) entry = [];
    if (/^segment-/.test(line)) {
      const number = Number(line.match(/\d+/)[0]);
      entries.set(number, [...(entries.get(number) ?? []), ...entry]);
      if (!line.includes('m4s')) throw new Error(`no segment of ours: ${line}`);
      entries.get(number).push('URI');
      entry = [];
    } else if (entries.size === 0 && !line.startsWith('#EXTINF') && !line.startsWith('#EXT-X-BYTERANGE')) {
      head.push(line);
    } else {
      entry.push(line);
    }
  }
  for (let number = 1; number <= count; number++) {
    for (const line of entries.get(original(number))) head.push(line === 'URI' ? segment(number) : line);
  }
  return [...head, '#EXT-X-ENDLIST', ''].join('\n');
}

function timeline(text) {
  const durations = [];
  for (const [, duration, more] of text.matchAll(/<S (?:t="\d+" )?d="(\d+)"(?: r="(\d+)")?\/>/g)) {
    for (let i = 0; i <= Number(more ?? 0); i++) durations.push(duration);
  }
  const runs = [];
  for (let number = 1; number <= count; number++) {
    const duration = durations[original(number) - 1];
    if (runs.length && runs.at(-1).duration === duration) runs.at(-1).more++;
    else runs.push({duration, more: 0});
  }
  return runs
    .map(({duration, more}, i) => `<S ${i ? '' : 't="0" '}d="${duration}"${more ? ` r="${more}"` : ''}/>`)
    .join('\n');
}

mkdirSync(join(out, 'tracks'), {recursive: true});
for (const track of readdirSync(join(title, 'tracks'))) {
  const from = join(title, 'tracks', track);
  if (!existsSync(join(from, 'init.mp4'))) continue;
  const to = join(out, 'tracks', track);
  mkdirSync(to);
  copyFileSync(join(from, 'init.mp4'), join(to, 'init.mp4'));
  media(from, to);
  for (const name of readdirSync(from).filter((file) => file.endsWith('.m3u8'))) {
    writeFileSync(join(to, name), playlist(readFileSync(join(from, name), 'utf8')));
  }
}
const top = readFileSync(join(title, 'index.m3u8'), 'utf8').split('\n');
writeFileSync(join(out, 'index.m3u8'), top.filter((line) => !line.startsWith('#EXT-X-IMAGE')).join('\n'));

const mpd = readFileSync(join(title, 'index.mpd'), 'utf8')
  .replace(/\s*<AdaptationSet [^>]*contentType="image"[\s\S]*?<\/AdaptationSet>/g, '')
  .replace(/<SegmentTimeline>([\s\S]*?)<\/SegmentTimeline>/g, (_, inner) =>
    `<SegmentTimeline>\n${timeline(inner)}\n</SegmentTimeline>`);
const [, scale] = mpd.match(/timescale="(\d+)"/);
let ticks = 0;
for (const [, duration, more] of mpd
  .match(/<SegmentTimeline>[\s\S]*?<\/SegmentTimeline>/)[0]
  .matchAll(/d="(\d+)"(?: r="(\d+)")?/g)) {
  ticks += Number(duration) * (1 + Number(more ?? 0));
}
writeFileSync(
  join(out, 'index.mpd'),
  mpd.replace(/mediaPresentationDuration="[^"]*"/, `mediaPresentationDuration="PT${ticks / scale}S"`),
);
