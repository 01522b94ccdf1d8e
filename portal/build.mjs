// Builds the portal into the folder named by the first argument; with "test" as the second argument
// checks its types, runs its unit tests and weighs what was built.
// Does nothing when neither the sources nor the lock file changed since the last time.

import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const [folder = join(home, 'target/classes/dev/reelway/portal'), goal = 'build'] = process.argv.slice(2);
const output = resolve(folder);
const stamps = join(home, 'target/stamps');
const LOCK = ['package-lock.json', '.npmrc'];
const SOURCES = [
  ...LOCK, 'package.json', 'build.mjs', 'vite.config.ts', 'tsconfig.json', 'index.html', 'public', 'src', 'test',
];

function filesOf(path) {
  const entries = readdirSync(join(home, path), {withFileTypes: true});
  return entries.flatMap((entry) => {
    const inside = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesOf(inside) : [inside];
  });
}

function hashOf(names) {
  const files = names.flatMap((name) => (/\.|^package/.test(name) ? [name] : filesOf(name))).sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`).update(readFileSync(join(home, file)));
  }
  return hash.digest('hex');
}

/** Runs the step unless it was done with just these inputs and its result is still there. */
function once(name, inputs, result, step) {
  const stamp = join(stamps, name);
  const hash = hashOf(inputs);
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return;
  }
  rmSync(stamp, {force: true});
  step();
  mkdirSync(stamps, {recursive: true});
  writeFileSync(stamp, hash);
}

function run(program, ...options) {
  execFileSync(program, options, {cwd: home, stdio: 'inherit'});
}

/** A program of an installed package. */
function tool(path, ...options) {
  run(process.execPath, join(home, 'node_modules', path), ...options);
}

function install() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(npm, 'ci', '--no-progress', '--loglevel=error');
}

/** One package's name, version, licence and, where it ships one, the licence's text. */
function notice(path) {
  const packageFolder = join(home, path);
  const about = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const file = readdirSync(packageFolder).find((name) => /^licen[cs]e/i.test(name));
  const text = file ? readFileSync(join(packageFolder, file), 'utf8').trim() : '(no licence text shipped)';
  return `${about.name} ${about.version}: ${about.license ?? 'see its text'}\n\n${text}\n`;
}

function notices() {
  const {packages} = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8'));
  const shipped = Object.keys(packages).filter((path) => path !== '' && !packages[path].dev
      && existsSync(join(home, path, 'package.json')));
  return shipped.sort().map(notice).join(`\n${'-'.repeat(80)}\n\n`);
}

function build() {
  tool('vite/bin/vite.js', 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', output);
  writeFileSync(join(output, 'third-party-licences.txt'), notices());
}

function test() {
  tool('typescript/bin/tsc', '--noEmit');
  tool('vitest/vitest.mjs', 'run', '--reporter=dot');
}

once('installed', LOCK, join(home, 'node_modules/vite'), install);
once('built', SOURCES.filter((name) => name !== 'test'), join(output, 'index.html'), build);
if (goal === 'test') {
  once('tested', SOURCES, output, test);
}
