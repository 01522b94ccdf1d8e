// Turns what bench/run noted down into a report in Markdown.

import {readFileSync} from 'node:fs';
import {cpus, totalmem} from 'node:os';
import {join} from 'node:path';

const [work, master] = process.argv.slice(2);
const NAMES = {reelway: 'reelway', usual: 'ffmpeg, usual', matched: 'ffmpeg, matched'};

function read(name) {
  return readFileSync(join(work, name), 'utf8').trim();
}

function rows(name) {
  return read(name).split('\n').map((line) => line.split('\t'));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function spread(values, digits) {
  const all = [Math.min(...values), median(values), Math.max(...values)];
  return all.map((value) => value.toFixed(digits)).join(' / ');
}

const plan = JSON.parse(read('plan.json'));
const runs = rows('runs.tsv').map(([pair, contender, wall, user, system, sum, largest, bytes]) => ({
  pair, contender, wall: +wall, cpu: +user + +system, memory: sum / 1e6, largest: largest / 1e6,
  bytes: bytes / 1e6,
}));
const METRICS = [
  ['wall', 'Wall time, s', 2], ['cpu', 'CPU time, s', 2], ['memory', 'Peak memory, all processes, MB', 0],
  ['largest', 'Peak memory, largest process, MB', 0], ['bytes', 'Media bytes, MB', 3],
];

function of(contender, metric) {
  return runs.filter((run) => run.contender === contender).map((run) => run[metric]);
}

function ratios(other, metric) {
  const own = of('reelway', metric);
  return of(other, metric).map((value, i) => own[i] / value);
}

function table(head, lines) {
  const all = [head, head.map((cell, i) => (i === 0 ? '---' : '---:')), ...lines];
  return all.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

// runs.tsv lists the pairs in turning order; ratios need them by pair.
runs.sort((a, b) => a.pair - b.pair);
const scores = rows('scores.tsv');

function scoreOf(contender, rung) {
  const [, , decibels, bytes] = scores.find((row) => row[0] === contender && +row[1] === rung);
  return `${(+decibels).toFixed(2)} dB, ${(bytes / 1e6).toFixed(3)} MB`;
}

const packaging = rows('packaging.tsv');

function speeds(who) {
  return packaging.filter((row) => row[0] === who).map(([, bytes, seconds]) => bytes / 1e6 / seconds);
}

function packagingLines() {
  const own = speeds('reelway');
  const start = median(packaging.filter((row) => row[0] === 'start').map((row) => +row[2]));
  const running = packaging.filter((row) => row[0] === 'ffmpeg')
      .map(([, bytes, seconds]) => bytes / 1e6 / Math.max(0.001, seconds - start));
  return [
    ['reelway, first time in its process', own[0].toFixed(0)],
    ['reelway, from then on', spread(own.slice(1), 0)],
    ['ffmpeg -c copy, whole process', spread(speeds('ffmpeg'), 0)],
    [`ffmpeg -c copy, without its start of ${start.toFixed(2)} s`, spread(running, 0)],
  ];
}

const seconds = plan.inspection.durationSeconds.split('/').map(Number).reduce((a, b) => a / b);
const pairs = of('reelway', 'wall').length;
const hash = plan.inspection.master.sha256.slice(0, 12);
console.log(`# Benchmark

\`bench/run\` wrote this page; bench/README.md says what is compared.

- Master: ${master} (sha256 ${hash}…), ${seconds.toFixed(2)} s, ${plan.inspection.video.width} × ${
  plan.inspection.video.height} at ${plan.inspection.video.rate} frames per second
- Ladder: ${plan.rungs.map((rung) => `${rung.name} ${rung.preset} crf ${rung.crf}`).join(', ')}
- Engine: ${plan.engineBuild}; ${read('ffmpeg-version.txt').split('\n')[0].replace(/ Copyright.*/, '')}
- Machine: ${cpus().length} cores, ${(totalmem() / 1e9).toFixed(0)} GB of memory; load before the first run ${
  read('load.txt').split(' ')[0]}
- Pairs: ${pairs}; figures are min / median / max

## Encoding

${table(['', ...Object.values(NAMES)], METRICS.map(([metric, title, digits]) =>
    [title, ...Object.keys(NAMES).map((name) => spread(of(name, metric), digits))]))}

Ratios of each pair, reelway ÷ ffmpeg; below 1 reelway needs less.

${table(['', NAMES.usual, NAMES.matched], METRICS.map(([metric, title]) =>
    [title.replace(/, (s|MB)$/, ''), spread(ratios('usual', metric), 3), spread(ratios('matched', metric), 3)]))}

## Quality

Luma XPSNR over all frames against the master scaled by \`zscale\` with Lanczos, and bytes of the rung.

${table(['Rung', ...Object.values(NAMES)], plan.rungs.map((rung, i) =>
    [rung.name, ...Object.keys(NAMES).map((name) => scoreOf(name, i))]))}

## Packaging

Megabytes of segments per second, one thread.

${table(['', 'MB/s'], packagingLines())}`);
