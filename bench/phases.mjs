// Reads a title's status from standard input; prints how long it was encoded and, after that, how
// long until it was public, in seconds.
import { readFileSync } from 'node:fs';

const status = JSON.parse(readFileSync(0, 'utf8'));
const at = Object.fromEntries(status.phases.map(({ phase, at }) => [phase, Date.parse(at)]));
const seconds = (from, to) => ((at[to] - at[from]) / 1000).toFixed(2);
console.log(`${seconds('ENCODING', 'PUBLISHING').padStart(10)}  ${seconds('PUBLISHING', 'PUBLISHED')}`);
