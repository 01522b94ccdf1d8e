// Stages, and what went wrong.

export const stages = {
  title: 'Stages',
  names: {submit: 'Submitted', inspect: 'Inspection', plan: 'Plan', encode: 'Encoding', publish: 'Publishing'},
  ahead: 'Not yet',
  done: 'Done',
  doneIn: (time: string) => `Done in ${time}`,
  waits: {submit: 'Waits for its turn', encode: 'Waits for a start', publish: 'Waits for publishing'} as Partial<Record<string, string>>,
  waitsForTurn: 'Waits for its turn',
  queued: (position: number) => `Number ${position} in the queue`,
  encoding: (encoded: string, tasks: string, running: string) => `${encoded} of ${tasks} tasks, ${running} running`,
  retries: (count: number) => (count === 1 ? '1 tried again' : `${count} tried again`),
  left: (time: string) => `About ${time} left`,
  soon: 'Ready in a moment',
} as const;

export const failure = {
  title: 'What went wrong',
  faults: {
    user: 'A setting does not fit',
    master: 'Something is wrong with the master',
    system: 'Something went wrong on our side',
  },
  held: 'Made, but not published',
  heldHint: 'Nothing was deleted, and what was public before still is. An operator may publish it all the same.',
  toDo: 'What to do:',
  code: 'Code for support:',
  found: (count: number) => (count === 1 ? 'What was found: 1 error' : `What was found: ${count} errors`),
  expected: (expected: string, found: string) => `Expected ${expected}, found ${found}.`,
  more: (count: number) => (count === 1 ? 'Once more in this track.' : `${count} times more in this track.`),
  severities: {ERROR: 'Error', WARNING: 'Warning', INFO: 'Note'},
  bridge: 'Encode again and bridge the damage …',
} as const;
