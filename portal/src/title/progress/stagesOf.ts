import type {Phase, Title} from '../../api/types';

export type StageName = 'submit' | 'inspect' | 'plan' | 'encode' | 'publish';
export type StageState = 'ahead' | 'now' | 'waits' | 'done' | 'failed';

/** A stage of the way as it is shown. */
export interface Stage {
  name: StageName;
  state: StageState;
  startedAt: number | undefined;
  endedAt: number | undefined;
  /** From 0 to 1 while it runs, if that can be told. */
  share: number | undefined;
}

const ORDER: readonly StageName[] = ['submit', 'inspect', 'plan', 'encode', 'publish'];

const STAGE_OF: Partial<Record<Phase, StageName>> = {
  SUBMITTED: 'submit',
  INSPECTING: 'inspect',
  PLANNING: 'plan',
  AWAITING_START: 'encode',
  ENCODING: 'encode',
  AWAITING_PUBLISH: 'publish',
  PUBLISHING: 'publish',
  HELD: 'publish',
};

const WAITING: readonly Phase[] = ['SUBMITTED', 'AWAITING_START', 'AWAITING_PUBLISH'];

type Progressing = Pick<Title, 'phase' | 'phases' | 'progress'>;

/** The five stages of the latest run. */
export function stagesOf(title: Progressing): Stage[] {
  const entries = latestRun(title.phases);
  const reached = Math.max(0, ...entries.map(({phase}) => indexOf(phase)));
  return ORDER.map((name, index) => stage(title, entries, name, index, reached));
}

/** Phases since the title was last submitted, or since it was last tried again. */
function latestRun(phases: Title['phases']): Title['phases'] {
  const starts = phases.map(({phase}, index) => (phase === 'SUBMITTED' ? index : -1));
  return phases.slice(Math.max(0, ...starts));
}

function indexOf(phase: Phase): number {
  const name = STAGE_OF[phase];
  return name === undefined ? -1 : ORDER.indexOf(name);
}

function stage(title: Progressing, entries: Title['phases'], name: StageName, index: number, reached: number): Stage {
  const own = entries.filter(({phase}) => STAGE_OF[phase] === name);
  const working = own.find(({phase}) => !WAITING.includes(phase)) ?? own[0];
  const startedAt = working && Date.parse(working.at);
  const after = entries.find(({phase, at}) => startedAt !== undefined && Date.parse(at) >= startedAt && STAGE_OF[phase] !== name);
  const state = stateOf(title.phase, index, reached);
  return {
    name,
    state,
    startedAt,
    endedAt: after && state !== 'now' ? Date.parse(after.at) : undefined,
    share: name === 'encode' && state === 'now' ? encodedShare(title) : undefined,
  };
}

function stateOf(phase: Phase, index: number, reached: number): StageState {
  if (index !== reached) {
    return index < reached ? 'done' : 'ahead';
  }
  if (phase === 'FAILED' || phase === 'CANCELLED' || phase === 'HELD') {
    return 'failed';
  }
  if (WAITING.includes(phase)) {
    return 'waits';
  }
  return STAGE_OF[phase] === undefined ? 'done' : 'now';
}

/** How much of the work is encoded and packaged, from 0 to 1; undefined as long as nothing is known. */
export function encodedShare({progress, plan}: Pick<Title, 'progress' | 'plan'>): number | undefined {
  if (progress.tasks === 0) {
    return undefined;
  }
  const frames = plan?.totalFrames ?? 0;
  const encoded = frames > 0 ? progress.framesDone / frames : progress.encoded / progress.tasks;
  // Packaging is quick: it moves the bar, but not far.
  const share = 0.95 * Math.max(encoded, progress.encoded / progress.tasks) + 0.05 * (progress.packaged / progress.tasks);
  return Math.min(1, Math.max(0, share));
}
