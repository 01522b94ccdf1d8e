// Runs in the page before the portal's own script: signs in, acts, and gathers the main thread's long tasks.

sessionStorage.setItem('reelway.session', 'bench');
const QUIET_MS = 2000;
const LONGEST_MS = 60_000;
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({type: 'longtask', buffered: true});

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const frame = () => new Promise(requestAnimationFrame);

async function until(condition) {
  const end = performance.now() + LONGEST_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Never: ${condition}`);
    await pause(50);
  }
  return condition();
}

/** The long tasks while something is done, and a little after it. */
async function stretch(name, action) {
  const from = name === 'loading' ? 0 : performance.now();
  await action();
  await pause(QUIET_MS);
  const within = tasks.filter(({startTime, duration}) => startTime + duration > from);
  return {stretch: name, tasks: within.map(({duration}) => duration)};
}

/** To the end and back, as fast as somebody drags the bar. */
async function scroll(element, pixels) {
  const limit = () => element.scrollHeight - element.clientHeight;
  while (element.scrollTop < limit() - 1) {
    element.scrollTop += pixels;
    await frame();
  }
  while (element.scrollTop > 0) {
    element.scrollTop -= 3 * pixels;
    await frame();
  }
}

const list = () => document.querySelector('[role=table]')?.parentElement;
const map = () => document.querySelector('canvas')?.parentElement.parentElement;
const look = () => [...document.querySelectorAll('select')].find(({value}) => ['state', 'quality'].includes(value));

function choose(select, value) {
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, value);
  select.dispatchEvent(new Event('change', {bubbles: true}));
}

async function titles() {
  const first = await stretch('loading', () => until(() => document.querySelector('[role=row] a')));
  const drag = await stretch('scrolling to the end and back', () => scroll(list(), 900));
  const rest = await stretch('reading for 10 s', () => pause(10_000));
  return [first, drag, rest];
}

async function chunks() {
  const first = await stretch('loading', () => until(() => map()?.scrollHeight > 1000));
  const drag = await stretch('scrolling the map', () => scroll(map(), 12));
  const rest = await stretch('reading for 10 s', () => pause(10_000));
  const modes = await stretch('colouring by quality', async () => {
    choose(look(), 'quality');
    await scroll(map(), 12);
  });
  const table = () => document.querySelector('[role=table]');
  const open = await stretch('opening the table', async () => {
    choose(look(), 'table');
    await until(table);
  });
  const rows = await stretch('scrolling the table', () => scroll(table(), 300));
  return [first, drag, rest, modes, open, rows];
}

window.result = new Promise((done) => addEventListener('load', done))
  .then(() => (location.pathname === '/titles' ? titles() : chunks()))
  .catch(({message}) => ({fault: `${message}. The page says: ${document.body.innerText.slice(0, 500)}`}));
