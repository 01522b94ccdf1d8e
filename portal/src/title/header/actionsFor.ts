import type {Phase, Role, Title} from '../../api/types';

/** What people can do to a title. */
export type Action = 'start' | 'publish' | 'force' | 'schedule' | 'retry' | 'cancel' | 'edit' | 'encodeAgain' | 'unpublish' | 'delete';

const OVER: readonly Phase[] = ['NEW', 'PUBLISHED', 'UNPUBLISHED', 'FAILED', 'CANCELLED'];
const BEFORE_START: readonly Phase[] = ['SUBMITTED', 'INSPECTING', 'PLANNING', 'AWAITING_START'];

/** What is public changes just now. */
const SETTLING: readonly Phase[] = ['ROLLING_BACK', 'UNPUBLISHING'];

interface Rule {
  role: Role;
  fits: (title: Pick<Title, 'phase' | 'published'>) => boolean;
}

const RULES: Record<Action, Rule> = {
  start: {role: 'editor', fits: ({phase}) => phase === 'AWAITING_START'},
  publish: {role: 'editor', fits: ({phase}) => phase === 'AWAITING_PUBLISH' || phase === 'UNPUBLISHED'},
  force: {role: 'operator', fits: ({phase}) => phase === 'HELD'},
  schedule: {
    role: 'editor',
    fits: ({phase, published}) => phase !== 'AWAITING_PUBLISH' && phase !== 'UNPUBLISHED' && !SETTLING.includes(phase)
      && (published !== undefined || !isOver(phase)),
  },
  retry: {role: 'editor', fits: ({phase}) => phase === 'FAILED' || phase === 'CANCELLED' || phase === 'HELD'},
  cancel: {
    role: 'editor',
    fits: ({phase}) => BEFORE_START.includes(phase)
      || phase === 'ENCODING' || phase === 'AWAITING_PUBLISH' || phase === 'PUBLISHING' || phase === 'HELD',
  },
  edit: {role: 'editor', fits: ({phase}) => !SETTLING.includes(phase)},
  encodeAgain: {role: 'editor', fits: ({phase}) => isOver(phase) && phase !== 'NEW'},
  unpublish: {
    role: 'editor',
    fits: ({phase, published}) => published !== undefined
      && (phase === 'PUBLISHED' || phase === 'FAILED' || phase === 'CANCELLED'),
  },
  delete: {role: 'operator', fits: () => true},
};

/** The order in which they are shown; the first that fits is the one to press. */
const ORDER = Object.keys(RULES) as Action[];

/** Whether nothing more happens on its own. */
export function isOver(phase: Phase): boolean {
  return OVER.includes(phase);
}

/** What somebody can do to the title as it stands; `may` says whether they have a role. */
export function actionsFor(title: Pick<Title, 'phase' | 'published'>, may: (least: Role) => boolean): Action[] {
  return ORDER.filter((action) => may(RULES[action].role) && RULES[action].fits(title));
}

/** Those that are shown as buttons; the rest is in the menu. */
export function isMain(action: Action): boolean {
  return action === 'start' || action === 'publish' || action === 'retry' || action === 'cancel';
}

/** Those that take something away from viewers or from storage. */
export function isDestructive(action: Action): boolean {
  return action === 'cancel' || action === 'unpublish' || action === 'delete' || action === 'force';
}
