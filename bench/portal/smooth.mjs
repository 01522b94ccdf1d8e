// Scrolls through the portal's largest pages in Chromium and tells the longest tasks of its main thread.

import {createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {cpus, loadavg, tmpdir} from 'node:os';
import {extname, join, normalize} from 'node:path';
import {start} from '../masters/chromium.mjs';
import {answer, change, CHUNKS, TITLES} from './answers.mjs';

const [portal, measure, results] = process.argv.slice(2);
const ROUNDS = 3;
const EVENTS_A_SECOND = 20;
const TYPES = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml'};
const PAGES = [
  {path: '/titles', name: `List of ${TITLES} titles, ${EVENTS_A_SECOND} changes a second`},
  {path: '/titles/long/work', name: `Map and table of ${CHUNKS} chunks in 7 rungs, at work`},
];

function events(response) {
  response.writeHead(200, {'Content-Type': 'text/event-stream'});
  response.write(':\n\n');
  const timer = setInterval(
    () => response.write(`event: status\ndata: ${JSON.stringify(change())}\n\n`), 1000 / EVENTS_A_SECOND);
  response.on('close', () => clearInterval(timer));
}

function serve(request, response) {
  const {pathname, searchParams} = new URL(request.url, 'http://x');
  if (pathname === '/api/v1/events') {
    events(response);
    return;
  }
  if (pathname.startsWith('/api/')) {
    const body = answer(pathname, searchParams);
    response.writeHead(body ? 200 : 404, {'Content-Type': 'application/json'});
    response.end(JSON.stringify(body ?? {code: 'NOT_FOUND', detail: 'Not invented.', advice: ''}));
    return;
  }
  const file = pathname === '/measure.js' ? measure : join(portal, normalize(pathname));
  if (existsSync(file) && statSync(file).isFile()) {
    response.writeHead(200, {'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream'});
    createReadStream(file).pipe(response);
    return;
  }
  const page = readFileSync(join(portal, 'index.html'), 'utf8');
  response.writeHead(200, {'Content-Type': 'text/html'});
  response.end(page.replace('<head>', '<head><script src="/measure.js"></script>'));
}

/** The worst of each stretch over all rounds. */
function worst(rounds) {
  return rounds[0].map(({stretch}, index) => {
    const same = rounds.map((round) => round[index]);
    const tasks = same.flatMap(({tasks}) => tasks).sort((a, b) => b - a);
    return {stretch, longest: tasks[0] ?? 0, over200: tasks.filter((each) => each > 200).length, long: tasks.length};
  });
}

function report(rows) {
  const lines = rows.map(({page, stretch, longest, over200, long}) =>
    `| ${page} | ${stretch} | ${longest === 0 ? 'under 50' : Math.round(longest)} | ${long} | ${over200} |`);
  return `# Portal

Tasks of the main thread in Chromium, in ms, the worst of ${ROUNDS} rounds; those under 50 ms are not counted.
Load in the end ${loadavg()[0].toFixed(1)} on ${cpus().length} cores. See [README](../README.md#portal).

| Page | While | Longest | Over 50 | Over 200 |
|---|---|---:|---:|---:|
${lines.join('\n')}
`;
}

const profile = mkdtempSync(join(tmpdir(), 'portal-chromium-'));
const browser = start(profile);
const server = createServer(serve);
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const rows = [];
for (const {path, name} of PAGES) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await browser.resultOf(`http://127.0.0.1:${server.address().port}${path}`);
    if (found.fault) throw new Error(found.fault);
    rounds.push(found);
  }
  rows.push(...worst(rounds).map((row) => ({page: name, ...row})));
}
await browser.close();
server.close();
server.closeAllConnections();
rmSync(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
const text = report(rows);
writeFileSync(results, text);
process.stdout.write(text);
