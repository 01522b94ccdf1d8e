// What a server with very many titles, and one with a very long title at work, would answer.

export const TITLES = 10_000;
export const CHUNKS = 5_000;
const RUNGS = ['2160p', '1440p', '1080p', '720p', '540p', '360p', '234p'];
const WORKERS = Array.from({length: 20}, (_, number) => `worker-${number}`);
const PHASES = ['PUBLISHED', 'PUBLISHED', 'ENCODING', 'AWAITING_START', 'FAILED', 'HELD'];
const FRAMES_PER_SECOND = 25;
const CHUNK_FRAMES = 100;
const START = Date.parse('2026-01-01T00:00:00Z');
const LONG = 'long';

const instant = (second) => new Date(START + 1000 * second).toISOString();

function title(number, phase) {
  const titleId = `title-${String(number).padStart(5, '0')}`;
  const at = instant(TITLES - number);
  return {
    schema: 1, titleId, requestId: `request-${number}`, version: 1, run: 1, tenant: 'house',
    name: `Episode ${number} of a series with a long name`, master: `s3://masters/series/${titleId}.mxf`,
    profileName: 'default', lane: 'STANDARD', metadata: {season: String(number % 20)}, phase, queuePosition: 0,
    createdAt: at, updatedAt: at, phases: [{phase, at}],
    masterSummary: '1920 × 1080 at 25 frames per second, ProRes 422 HQ, 2 sound tracks',
    plan: {
      planHash: '0'.repeat(64), engineBuild: '0', durationSeconds: 2640, videoChunks: 660, audioTracks: 2, textTracks: 1,
      rungs: RUNGS, cost: {cpuSeconds: 9000, scratchBytes: 4e9, outputBytes: 4e9}, warnings: [],
    },
    progress: {
      tasks: 663, encoded: number % 663, packaged: number % 600, running: 4, framesDone: 1000 * (number % 60), parts: 663,
      reusedParts: 0, retries: 0, etaSeconds: 600,
    },
    findings: [],
    ...phase === 'FAILED' && {failure: {kind: 'MASTER_UNREADABLE', message: 'The file ends in the middle.'}},
    links: {self: `/api/v1/titles/${titleId}`},
  };
}

const titles = Array.from({length: TITLES}, (_, number) => title(number, PHASES[number % PHASES.length]));
const longTitle = {...title(0, 'ENCODING'), titleId: LONG, name: 'A very long title'};

function page(query) {
  const from = Number(query.get('cursor') ?? 0);
  const until = from + Number(query.get('limit') ?? 100);
  return {titles: titles.slice(from, until), total: TITLES, ...until < TITLES && {next: String(until)}};
}

function cell(number) {
  const state = number < 4000 ? 'P' : number < 4020 ? 'R' : number % 97 === 0 ? 'F' : 'W';
  const isDone = state === 'P';
  return {
    k: 'V', n: number, s: state,
    ...state !== 'W' && {a: 1 + number % 3, w: number % WORKERS.length, at: START + 1000 * number},
    ...state === 'R' && {d: number % CHUNK_FRAMES},
    ...state === 'F' && {f: 'CODEC_FAILED'},
    ...isDone && {
      t: 10 + number % 20,
      b: RUNGS.map((_, rung) => 900_000 / (rung + 1) + 1000 * (number % 300)),
      x: RUNGS.map((_, rung) => 48 - 2 * rung + Math.sin(number / 50)),
    },
  };
}

/** All tasks, or those that changed since, as if twenty workers were busy. */
function tasks(query) {
  const changed = Array.from({length: 40}, (_, number) => cell(3990 + number));
  return {
    version: 1, full: !query.has('since'), complete: true, next: 'next', frameRate: `${FRAMES_PER_SECOND}`,
    totalFrames: CHUNKS * CHUNK_FRAMES, rungs: RUNGS.map((name) => ({track: name, name, trickPlay: false})),
    audio: [], text: [], workers: WORKERS,
    ...query.has('since')
      ? {tasks: changed}
      : {
        firstFrames: Array.from({length: CHUNKS}, (_, number) => number * CHUNK_FRAMES),
        tasks: Array.from({length: CHUNKS}, (_, number) => cell(number)),
      },
  };
}

const ANSWERS = {
  '/api/v1/sign-in': () => ({keys: true}),
  '/api/v1/me': () => ({kind: 'key', id: 'bench', name: 'bench', role: 'admin', tenant: '*'}),
  '/api/v1/server': () => ({version: '0', localPaths: false, uploads: 'tus', largestUploadBytes: 1e12}),
  '/api/v1/profiles': () => ({profiles: ['default']}),
  '/api/v1/titles': page,
  [`/api/v1/titles/${LONG}`]: () => longTitle,
  [`/api/v1/titles/${LONG}/tasks`]: tasks,
  [`/api/v1/titles/${LONG}/versions`]: () => ({versions: []}),
};

/** The answer to a call, or undefined where there is none. */
export function answer(path, query) {
  return ANSWERS[path]?.(query);
}

let turn = 0;

/** A title that has just changed, always another one. */
export function change() {
  turn += 1;
  const old = titles[(turn * 37) % TITLES];
  return {...old, updatedAt: instant(TITLES + turn), progress: {...old.progress, encoded: turn % 663}};
}
