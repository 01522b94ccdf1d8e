// Watches the resident memory of a process and all its descendants until it ends, five times a
// second; prints the largest sum and the largest single process, in bytes. Pages that processes
// share count once for each of them.

import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';

const INTERVAL_MILLISECONDS = 200;
const root = Number(process.argv[2]);
const pageBytes = Number(execFileSync('getconf', ['PAGESIZE'], {encoding: 'utf8'}));
let largestSum = 0;
let largestProcess = 0;

/** Parent and resident bytes of every process; fields as in proc(5), after the name. */
function processes() {
  const found = new Map();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const zombie = fields[0] === 'Z';
        found.set(Number(name),
            {parent: Number(fields[1]), bytes: Number(fields[21]) * pageBytes, zombie});
      } catch {
        // It ended meanwhile.
      }
    }
  }
  return found;
}

function belongs(id, all) {
  for (let at = id; all.has(at); at = all.get(at).parent) {
    if (at === root) {
      return true;
    }
  }
  return false;
}

function sample() {
  const all = processes();
  let sum = 0;
  for (const [id, {bytes}] of all) {
    if (belongs(id, all)) {
      sum += bytes;
      largestProcess = Math.max(largestProcess, bytes);
    }
  }
  largestSum = Math.max(largestSum, sum);
  return all.has(root) && !all.get(root).zombie;
}

const timer = setInterval(() => {
  if (!sample()) {
    clearInterval(timer);
    console.log(`${largestSum} ${largestProcess}`);
  }
}, INTERVAL_MILLISECONDS);
sample();
