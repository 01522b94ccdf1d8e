// Plays titles to their end in Chromium with hls.js, which knows nothing of Reelway.

import {createReadStream, existsSync, mkdtempSync, rmSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {extname, join, normalize} from 'node:path';
import {start} from './chromium.mjs';

const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.m3u8': 'application/vnd.apple.mpegurl',
  '.mp4': 'video/mp4', '.m4s': 'video/iso.segment', '.vtt': 'text/vtt',
};
/** A browser may leave out a few frames at the end of a title, or count one twice. */
const FRAMES_SHARE = 0.95;
const SECONDS_APART = 0.25;

function serve(request, response, files) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
  const file = files(path);
  if (!file || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
  });
  createReadStream(file).pipe(response);
}

function judged({fault, seconds, frames, soundBytes, stretches}, wanted) {
  if (fault) return `no: ${fault}`;
  if (stretches > 1) return `no: jumps, ${stretches} stretches`;
  if (Math.abs(seconds - wanted.seconds) > SECONDS_APART) return `no: lasts ${seconds} s`;
  if (frames < FRAMES_SHARE * wanted.frames - 1) return `no: ${frames} of ${wanted.frames} frames`;
  if (wanted.sound && !soundBytes) return 'no: no sound';
  return wanted.frames ? `yes, ${frames} frames` : 'yes';
}

/**
 * A player of title folders.
 *
 * @param player the file hls.min.js
 * @param page the page that plays
 */
export async function player(player, page) {
  const profile = mkdtempSync(join(tmpdir(), 'masters-chromium-'));
  const browser = start(profile);
  let title = '';
  const files = (path) => {
    if (path === '/') return page;
    if (path === '/hls.min.js') return player;
    return path.startsWith('/title/') ? join(title, path.slice('/title/'.length)) : null;
  };
  const server = createServer((request, response) => serve(request, response, files));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    /** Plays a folder; `wanted` is how many seconds and frames and whether there is sound. */
    async play(folder, wanted) {
      title = folder;
      try {
        const result = await browser.resultOf(`http://127.0.0.1:${server.address().port}/`);
        return judged(result, wanted);
      } catch (e) {
        return `no: ${e.message}`;
      }
    },
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
      rmSync(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
    },
  };
}
