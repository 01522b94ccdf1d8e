// A Chromium without a window, driven through two pipes by its own protocol (CDP).

import {spawn} from 'node:child_process';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless=new', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
];

const LOADED = `new Promise((done) => {
  if (document.readyState === 'complete') done();
  else addEventListener('load', done);
}).then(() => window.result)`;

/** Starts the browser with a profile in `folder`. */
export function start(folder) {
  const child = spawn(PROGRAM, [...FLAGS, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , to, from] = child.stdio;
  const waiting = new Map();
  let number = 0;
  let rest = '';
  from.setEncoding('utf8').on('data', (text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop();
    messages.map((message) => JSON.parse(message)).forEach(answer);
  });
  child.on('error', fail);
  child.on('exit', () => fail(new Error('Chromium has ended')));
  to.on('error', fail);

  function answer({id, result, error}) {
    const {resolve, reject} = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(error.message));
    else resolve?.(result);
  }

  function fail(reason) {
    waiting.forEach(({reject}) => reject(reason));
    waiting.clear();
  }

  function send(method, params = {}, sessionId = undefined) {
    if (child.exitCode !== null) return Promise.reject(new Error('Chromium has ended'));
    const id = ++number;
    to.write(`${JSON.stringify({id, method, params, sessionId})}\0`);
    return new Promise((resolve, reject) => waiting.set(id, {resolve, reject}));
  }

  return {
    /** Opens `url` in a window of its own and gives what its promise `window.result` becomes. */
    async resultOf(url) {
      const {browserContextId} = await send('Target.createBrowserContext');
      try {
        const blank = {url: 'about:blank', browserContextId};
        const {targetId} = await send('Target.createTarget', blank);
        const {sessionId} = await send('Target.attachToTarget', {targetId, flatten: true});
        await send('Page.navigate', {url}, sessionId);
        const evaluated = await send(
          'Runtime.evaluate', {expression: LOADED, awaitPromise: true, returnByValue: true}, sessionId,
        );
        return evaluated.result.value;
      } finally {
        await send('Target.disposeBrowserContext', {browserContextId});
      }
    },
    /** Ends the browser; it writes to its profile until it has ended. */
    close() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill();
      return ended;
    },
  };
}
