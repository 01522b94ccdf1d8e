import type {Lane, Queue} from '../api/types';

type Pool = Queue['pools'][number]['pool'];

const lanes: Record<Lane, string> = {EXPRESS: 'Express', STANDARD: 'Standard', BULK: 'Bulk'};

const pools: Record<Pool, string> = {
  INSPECT: 'Inspect',
  ENCODE: 'Encode',
  PACKAGE: 'Package',
  PUBLISH: 'Publish',
};

/** Tasks in a few words; unknown ones are shown as they come. */
const tasks: Partial<Record<string, string>> = {
  VIDEO_CHUNK: 'chunk',
  AUDIO_TRACK: 'sound',
  TEXT_TRACK: 'text',
};

const steps: Partial<Record<string, string>> = {
  INSPECT: 'inspection',
  PLAN: 'planning',
  ENCODE: 'encoding',
  PACKAGE: 'packaging',
  PUBLISH: 'publishing',
  ROLL_BACK: 'roll back',
  UNPUBLISH: 'unpublishing',
  DISCARD: 'tidying up',
  ERASE: 'removal',
};

export const operations = {
  pageTitle: 'Operations',
  tabs: 'Parts of operations',
  overview: 'Overview',
  workersTab: 'Workers',
  deadLettersTab: 'Dead letters',

  lanes,
  pools,
  tasks,
  steps,

  queue: 'Queue',
  lane: 'Lane',
  waiting: 'Waiting',
  inFlight: 'In the making',
  tasksLeft: 'Tasks left',
  byTenant: 'Queue by tenant',
  tenant: 'Tenant',
  nothingWaits: 'Nothing waits.',
  nothingWaitsHint: 'Titles that are submitted start at once.',
  waitingTitles: 'Next titles',
  position: 'Position',
  title: 'Title',
  andMore: (count: number) => `and ${count} more`,

  capacity: 'Capacity',
  pool: 'Pool',
  executors: 'Executors',
  busy: 'Busy',
  busyOf: (running: number, slots: number) => `${running} of ${slots}`,
  nobody: 'Nobody takes such work now.',

  workers: 'Workers',
  worker: 'Worker',
  doing: 'Does',
  speed: 'Speed',
  lastHour: 'Last hour',
  frames: (number: string) => `${number} frames`,
  framesPerSecond: (number: string) => `${number} frames/s`,
  timesRealTime: (times: number) => `${times.toFixed(times < 10 ? 1 : 0)} × real time`,
  memory: 'Memory',
  seen: 'Seen',
  idle: 'Idle',
  draining: 'Draining',
  noWorkers: 'No worker is known.',
  noWorkersHint: 'Workers appear here a few seconds after they start.',
  onlyAllTenants: 'Workers are shown to keys of all tenants.',
  attempt: (number: number) => `attempt ${number}`,
  taskOf: (task: string, number: number) => `${task} ${number}`,

  throughput: 'Throughput in the last hour',
  throughputChart: 'Seconds of title encoded per second, and failed attempts, minute by minute',
  since: (time: string) => `Seen since ${time}`,
  minute: 'Minute',
  mediaEncoded: 'Encoded',
  speedNow: 'Last five minutes',
  tasksDone: 'Tasks done',
  failedAttempts: 'Failed attempts',
  failures: 'Failures by kind, last 24 hours',
  attempts: 'Attempts',
  kind: 'Kind',
  latest: 'Latest',
  noFailures: 'Nothing failed.',
  noFailuresHint: 'Attempts that fail are counted here by what went wrong.',

  deadLetters: 'Dead letters',
  deadLettersHint: 'Work that was given up after its last attempt. Replay it once the cause is gone.',
  noDeadLetters: 'There are no dead letters.',
  noDeadLettersHint: 'What is given up after its last attempt comes here.',
  allKinds: 'All kinds',
  when: 'When',
  what: 'What',
  message: 'Message',
  ingestRecord: 'Record of the ingest topic',
  select: (what: string) => `Select ${what}`,
  selectAll: 'Select all shown',
  replay: 'Replay',
  replaySelected: (count: number) => `Replay ${count}`,
  replayTitle: (count: number) => (count === 1 ? 'Replay this dead letter?' : `Replay ${count} dead letters?`),
  replayText: 'Titles are tried again; records of the ingest topic are put back on it.',
  replayed: (count: number) => (count === 1 ? 'Replayed.' : `${count} replayed.`),
  notReplayed: (failed: number, count: number) => `${failed} of ${count} could not be replayed.`,
  mayNotReplay: 'Only operators replay.',
  details: 'Details',
  workerId: 'Worker',
  source: 'Record',
  payload: 'Content',
  command: 'Command',
} as const;
