// Makes a title of every master and writes down what became of it, one row each, in Markdown.

import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {extname, join} from 'node:path';
import {frames, RATE, sound, soundStart} from './ffmpeg.mjs';
import {offsets} from './offset.mjs';
import {player} from './playback.mjs';

const [folder, ladder, work, codesPage, results, hls] = process.argv.slice(2);
const NO_MASTERS = new Set(['.md', '.srt', '.vtt', '.ttml', '.ass', '.xml', '.json', '.yaml']);
const HEAD = [
  'Master', 'Outcome', 'Frames in', 'Frames out', 'A/V offset, ms', 'Conversions', 'Warnings',
  'Decodes', 'Plays', 'Seconds',
];

const NOTHING = Array(HEAD.length - 3).fill('–');

// docs/finding-codes.md is made from the program; it tells conversions and warnings apart.
const kinds = new Map(
  [...readFileSync(codesPage, 'utf8').matchAll(/^\| `(\w+)` \| (\w+) \|/gm)].map((m) => [m[1], m[2]]),
);

function run(master, out, more = []) {
  const words = ['encode', '--no-score', '--ladder', ladder, '--out', out, ...more, master];
  const started = process.hrtime.bigint();
  const done = spawnSync(process.env.REELWAY, words, {maxBuffer: 1 << 28, timeout: 1_800_000});
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  return {status: done.status, said: done.stderr.toString(), seconds};
}

function refusal(said) {
  const codes = [...said.matchAll(/\[([A-Z0-9_]+)\]\s*$/gm)];
  return codes.length ? `refused: ${codes[codes.length - 1][1]}` : `failed: ${said.trim().slice(-200)}`;
}

function codes(inspection, kind) {
  const found = inspection.findings
    .filter((f) => (kinds.get(f.code) ?? (f.severity === 'WARNING' ? 'warning' : 'fact')) === kind)
    .map((f) => f.code);
  return [...new Set(found)].join(', ') || '–';
}

/** A track as one file. */
function joined(out, track) {
  const tracks = join(out, 'tracks', track);
  const parts = ['init.mp4', ...readdirSync(tracks).filter((f) => f.endsWith('.m4s')).sort()];
  const file = join(work, 'track.mp4');
  writeFileSync(file, Buffer.concat(parts.map((part) => readFileSync(join(tracks, part)))));
  return file;
}

function shift(samples, seconds) {
  const count = Math.round(seconds * RATE);
  if (count <= 0) return samples.subarray(Math.min(samples.length, -count));
  const later = new Int16Array(samples.length + count);
  later.set(samples, count);
  return later;
}

// t = 0 is where FFmpeg shows the first picture; the sound of the master is laid on that clock.
function synchrony(master, plan, out, pictureStart) {
  // A sound of one stream of the master; one mixed from several cannot be compared with any.
  const streams = (track) => [...new Set(track.mix.inputs.map((input) => input.stream))];
  const track = plan.audio.find((audio) => audio.file === 0 && streams(audio).length === 1);
  if (!track || Number.isNaN(pictureStart)) return '–';
  const stream = `0:${streams(track)[0]}`;
  const late = soundStart(master, stream) - pictureStart;
  const own = sound(joined(out, track.track), '0:0');
  return offsets(shift(sound(master, stream), late), own).join(' / ');
}

function tracksOf(plan) {
  return [...plan.rungs, ...plan.audio, ...(plan.text ?? [])].map((track) => track.track);
}

function faults(out, plan) {
  const bad = [];
  for (const track of tracksOf(plan)) {
    if (!existsSync(join(out, 'tracks', track, 'init.mp4'))) continue; // text may have no MP4
    const {count, complaints, status} = frames(joined(out, track), '0:0');
    if (count === 0 || complaints || status !== 0) bad.push(`${track}: ${complaints || 'empty'}`);
  }
  return bad.length ? bad.join('; ').slice(0, 300) : 'clean';
}

/** What a player must show of a title. */
function wanted(plan, frames) {
  const [ticks, scale = 1] = plan.inspection.durationSeconds.split('/'); // an exact fraction
  return {seconds: ticks / scale, frames: Number(frames) || 0, sound: plan.audio.length > 0};
}

async function row(name, chromium) {
  const master = join(folder, name);
  const out = join(work, 'out');
  rmSync(out, {recursive: true, force: true});
  let made = run(master, out);
  let outcome = 'title';
  if (made.status !== 0) {
    outcome = refusal(made.said);
    if (outcome.endsWith('MASTER_DAMAGED') || outcome.endsWith('MASTER_TRUNCATED')) {
      made = run(master, out, ['--tolerate-damage']);
      outcome += made.status === 0 ? '; tolerated: title' : `; tolerated, ${refusal(made.said)}`;
    }
  }
  const seconds = made.seconds.toFixed(1);
  if (made.status !== 0) return [name, outcome, ...NOTHING, seconds];
  const plan = JSON.parse(readFileSync(join(out, 'versions', '1', 'plan.json'), 'utf8'));
  const video = plan.inspection.video;
  const source = video ? frames(master, `0:${video.index}`) : {count: '–', first: NaN};
  const shown = video ? frames(joined(out, plan.rungs[0].track), '0:0').count : '–';
  return [
    name, outcome, source.count, shown, synchrony(master, plan, out, source.first),
    codes(plan.inspection, 'conversion'), codes(plan.inspection, 'warning'), faults(out, plan),
    await chromium.play(out, wanted(plan, shown)), seconds,
  ];
}

function line(cells) {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

const names = readdirSync(folder).filter((name) => !NO_MASTERS.has(extname(name)) && name !== 'SHA256SUMS');
const chromium = await player(hls, new URL('play.html', import.meta.url).pathname);
const rows = [];
for (const name of names.sort()) {
  let cells;
  try {
    cells = await row(name, chromium);
  } catch (e) {
    cells = [name, `the check failed: ${e.message}`, ...NOTHING, '–'];
  }
  rows.push(cells);
  console.log(line(cells));
}
const titles = rows.filter((cells) => String(cells[1]).endsWith('title')).length;
writeFileSync(results, `# Masters

${rows.length} files: ${titles} titles, ${rows.length - titles} not. Made by \`bench/masters/run\`; what the columns
mean is in [bench/README.md](../README.md).

${line(HEAD)}
${line(HEAD.map(() => '---'))}
${rows.map(line).join('\n')}
`);
await chromium.close();
