// What FFmpeg's own program sees in a file: the reader that is not ours.

import {spawnSync} from 'node:child_process';
import {dirname} from 'node:path';

const program = process.env.FFMPEG;
const environment = {...process.env, LD_LIBRARY_PATH: dirname(program)};

export function ffmpeg(words, level = 'error') {
  const all = ['-hide_banner', '-nostdin', '-nostats', '-loglevel', level, ...words];
  const done = spawnSync(program, all, {env: environment, maxBuffer: 1 << 30, timeout: 600_000});
  return {out: done.stdout, complaints: done.stderr.toString().trim(), status: done.status};
}

/** Decodes one stream: how many frames, when the first is shown in seconds, what FFmpeg complains of. */
export function frames(file, stream, {autorotate = true} = {}) {
  const words = autorotate ? [] : ['-noautorotate'];
  const {out, complaints, status} = ffmpeg([
    ...words, '-copyts', '-i', file, '-map', stream, '-fps_mode', 'passthrough',
    '-enc_time_base', 'demux', '-f', 'framecrc', '-',
  ], 'warning');
  let timeBase = 1;
  const times = [];
  for (const line of out.toString().split('\n')) {
    const base = /^#tb 0: (\d+)\/(\d+)/.exec(line);
    if (base) timeBase = base[1] / base[2];
    if (/^\d+,/.test(line)) times.push(+line.split(',')[2]);
  }
  return {count: times.length, first: times.length ? times[0] * timeBase : NaN, complaints, status};
}

export const RATE = 8000;

/** The sound as mono samples, holes filled with silence, from its first sample on. */
export function sound(file, stream) {
  const {out} = ffmpeg([
    '-i', file, '-map', stream, '-af', `aresample=${RATE}:async=1`, '-ac', '1', '-f', 's16le', '-',
  ], 'fatal');
  return new Int16Array(out.buffer.slice(out.byteOffset, out.byteOffset + (out.length & ~1)));
}

/** When the sound of `stream` starts, in seconds of the container's clock. */
export function soundStart(file, stream) {
  const {out} = ffmpeg([
    '-copyts', '-i', file, '-map', stream, '-frames:a', '1', '-c:a', 'pcm_s16le', '-f', 'framecrc', '-',
  ], 'fatal');
  const base = /#tb 0: (\d+)\/(\d+)/.exec(out.toString());
  const line = out.toString().split('\n').find((text) => /^\d+,/.test(text));
  return base && line ? (+line.split(',')[2] * base[1]) / base[2] : NaN;
}
