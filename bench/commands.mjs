// Command lines for FFmpeg's own program that fit a plan, as arguments that end in a zero byte.
//
//   node commands.mjs plan.json usual   MASTER OUT         what people write
//   node commands.mjs plan.json matched MASTER OUT         the same decisions as Reelway's
//   node commands.mjs plan.json score   MASTER FILE RUNG   XPSNR of all frames of a rung
//   node commands.mjs plan.json copy    OUT FILE...        package without encoding
//   node commands.mjs plan.json rungs | tracks | track RUNG | frames RUNG   facts of the plan

import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const [planFile, mode, ...rest] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, 'utf8'));
const {grid, rungs, audio} = plan;
const video = plan.inspection.video;

const QUIET = ['-hide_banner', '-nostdin', '-y', '-loglevel', 'warning'];

function value(rational) {
  const [numerator, denominator] = rational.split('/').map(Number);
  return numerator / (denominator ?? 1);
}

function refuseWhatCannotBeCompared() {
  const plain = video && !video.variableRate && video.rotationDegrees === 0
      && video.sampleAspectRatio === '1' && value(plan.inspection.originSeconds) === 0;
  if (!plain) {
    console.error('bench: the master must have a picture at a constant rate, upright, with square'
        + ' pixels, from t = 0; frames of others do not line up in plain commands.');
    process.exit(1);
  }
}

/** Tells the filters what the samples mean, whatever the file says; else they may convert them. */
function tagged({primaries, transfer, matrix, fullRange}) {
  return `setparams=color_primaries=${primaries}:color_trc=${transfer}:colorspace=${matrix}`
      + `:range=${fullRange ? 'pc' : 'tv'}`;
}

/** Reelway's scaler; a picture of the right size and format passes untouched. */
function scaled(rung) {
  const same = rung.width === video.width && rung.height === video.height
      && video.pixelFormat === 'yuv420p' && !video.colour.fullRange;
  return same ? 'null'
      : `zscale=w=${rung.width}:h=${rung.height}:filter=lanczos:dither=error_diffusion`
          + `:range=limited:matrix=${rung.colour.matrix},format=yuv420p`;
}

function thinned(rung, filter) {
  return rung.rateDivisor === 1 ? filter : `framestep=${rung.rateDivisor},${filter}`;
}

/** One split, one branch per rung. */
function graph(before, branch) {
  const outputs = rungs.map((rung, i) => `[s${i}]`).join('');
  const branches = rungs.map((rung, i) => `[s${i}]${thinned(rung, branch(rung))}[v${i}]`);
  return [`[0:${video.index}]${before}split=${rungs.length}${outputs}`, ...branches].join(';');
}

function sound() {
  return audio.flatMap((track, i) => [
    '-map', `0:${track.streamIndex}`, `-c:a:${i}`, 'aac', `-b:a:${i}`, String(track.bitsPerSecond),
    `-ar:a:${i}`, String(track.sampleRate), `-ac:a:${i}`, String(track.channels),
  ]);
}

/**
 * One fMP4 rendition per rung and sound track with HLS playlists. (FFmpeg's DASH muxer refuses rungs
 * whose rounded sizes differ a little in shape, such as 1280x720 and 426x240.)
 */
function hls(out, videoCount, audioCount) {
  const shared = audioCount > 0 && videoCount > 0 ? ',agroup:sound' : '';
  const renditions = [
    ...Array.from({length: videoCount}, (none, i) => `v:${i}${shared}`),
    ...Array.from({length: audioCount}, (none, i) => `a:${i}${shared}`),
  ];
  return ['-f', 'hls', '-hls_time', String(grid.segmentFrames / value(grid.rate)),
    '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4',
    '-hls_fmp4_init_filename', 'init-%v.mp4',
    '-hls_segment_filename', join(out, 'segment-%v-%05d.m4s'),
    '-master_pl_name', 'index.m3u8', '-var_stream_map', renditions.join(' '),
    join(out, 'rendition-%v.m3u8')];
}

function rates(rung, i) {
  return [`-preset:v:${i}`, rung.preset, `-crf:v:${i}`, String(value(rung.crf)),
    `-maxrate:v:${i}`, String(rung.maxBitsPerSecond), `-bufsize:v:${i}`, String(rung.bufferBits)];
}

function usual(master, out) {
  const seconds = grid.gopFrames / value(grid.rate);
  return [...QUIET, '-i', master,
    '-filter_complex', graph('', (rung) => `scale=${rung.width}:${rung.height},format=yuv420p`),
    ...rungs.flatMap((rung, i) => ['-map', `[v${i}]`, ...rates(rung, i)]),
    '-c:v', 'libx264', '-profile:v', 'high',
    '-force_key_frames', `expr:gte(t,n_forced*${seconds})`,
    ...sound(), ...hls(out, rungs.length, audio.length)];
}

function matched(master, out) {
  return [...QUIET, '-threads', '1', '-filter_threads', '1', '-filter_complex_threads', '1',
    '-i', master, '-filter_complex', graph(`${tagged(video.colour)},`, scaled),
    ...rungs.flatMap((rung, i) => {
      const gop = grid.gopFrames / rung.rateDivisor;
      return ['-map', `[v${i}]`, ...rates(rung, i),
        `-rc_init_occupancy:v:${i}`, String(Math.trunc(rung.bufferBits / 2)),
        `-level:v:${i}`, String(rung.level), `-g:v:${i}`, String(gop),
        `-force_key_frames:v:${i}`, `expr:not(mod(n,${gop}))`];
    }),
    '-c:v', 'libx264', '-profile:v', 'high', '-threads:v', '1', '-flags:v', '+cgop',
    '-forced-idr', '1', '-x264-params', 'stitchable=1:force-cfr=1',
    ...sound(), ...hls(out, rungs.length, audio.length)];
}

// XPSNR takes its weights from its first input, which must be the original.
function score(master, file, number) {
  const rung = rungs[Number(number)];
  const lined = `format=yuv420p,${tagged(rung.colour)},setpts=N/(${rung.rate})/TB,fps=${rung.rate}`;
  return ['-hide_banner', '-nostdin', '-i', master, '-i', file, '-filter_complex',
    `[0:${video.index}]${tagged(video.colour)},${thinned(rung, scaled(rung))},${lined}[original];`
        + `[1:v]${lined}[encoded];[original][encoded]xpsnr=eof_action=endall[out]`,
    '-map', '[out]', '-f', 'null', '-'];
}

function copy(out, ...files) {
  return [...QUIET, ...files.flatMap((file) => ['-i', file]),
    ...files.flatMap((file, i) => ['-map', String(i)]), '-c', 'copy',
    ...hls(out, rungs.length, audio.length)];
}

const ZERO_ENDED = {usual, matched, score, copy};
const FACTS = {
  rungs: () => rungs.length,
  tracks: () => [...rungs, ...audio].map(({track}) => track).join('\n'),
  track: (number) => rungs[Number(number)].track,
  frames: (number) => Math.ceil(grid.frameCount / rungs[Number(number)].rateDivisor),
};

refuseWhatCannotBeCompared();
if (mode in FACTS) {
  console.log(String(FACTS[mode](...rest)));
} else {
  process.stdout.write(ZERO_ENDED[mode](...rest).map((word) => `${word}\0`).join(''));
}
