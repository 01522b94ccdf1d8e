// Puts the three players and their licences into the folder named by the first argument.
// Does nothing when the lock file, this script and the folder are as they were last time.

import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(home, 'dist');
const stamp = join(target, 'inputs.sha256');
const notices = join(target, 'third-party-licences.txt');

/** Where a distributed file lies in its package, and its name beside the page. */
const FILES = [
  ['hls.js/dist/hls.min.js', 'hls.min.js'],
  ['hls.js/dist/hls.worker.js', 'hls.worker.js'],
  ['dashjs/dist/modern/umd/dash.all.min.js', 'dash.all.min.js'],
  ['dashjs/dist/modern/umd/dash.all.min.js.LICENSE.txt', 'dash.all.min.js.LICENSE.txt'],
  ['shaka-player/dist/shaka-player.compiled.js', 'shaka-player.compiled.js'],
];

function inputsHash() {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', '.npmrc', 'build.mjs']) {
    hash.update(readFileSync(join(home, name)));
  }
  return hash.digest('hex');
}

function isUpToDate(hash) {
  return existsSync(stamp)
      && readFileSync(stamp, 'utf8') === hash
      && [...FILES.map(([, name]) => join(target, name)), notices].every((file) => existsSync(file));
}

function install() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--no-progress', '--loglevel=error'], {cwd: home, stdio: 'inherit'});
}

/** One package's name, version, licence and, where it ships one, the licence's text. */
function notice(path) {
  const folder = join(home, path);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '(no licence text shipped)';
  return `${about.name} ${about.version}: ${about.license}\n\n${text}\n`;
}

function collectNotices() {
  const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8'));
  const paths = Object.keys(lock.packages).filter((path) => path !== '').sort();
  return paths.map(notice).join(`\n${'-'.repeat(80)}\n\n`);
}

const hash = inputsHash();
if (!isUpToDate(hash)) {
  install();
  rmSync(target, {recursive: true, force: true});
  mkdirSync(target, {recursive: true});
  for (const [from, to] of FILES) {
    copyFileSync(join(home, 'node_modules', from), join(target, to));
  }
  writeFileSync(notices, collectNotices());
  writeFileSync(stamp, hash);
}
