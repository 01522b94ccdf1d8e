import type {Phase, Role, TrackRole} from '../api/types';

const phases: Record<Phase, string> = {
  NEW: 'New',
  SUBMITTED: 'Submitted',
  INSPECTING: 'Inspecting',
  PLANNING: 'Planning',
  AWAITING_START: 'Waits for start',
  ENCODING: 'Encoding',
  AWAITING_PUBLISH: 'Ready to publish',
  PUBLISHING: 'Publishing',
  PUBLISHED: 'Published',
  ROLLING_BACK: 'Rolling back',
  UNPUBLISHING: 'Unpublishing',
  UNPUBLISHED: 'Unpublished',
  HELD: 'Held',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
};

const roles: Record<Role, string> = {
  viewer: 'Viewer',
  editor: 'Editor',
  operator: 'Operator',
  admin: 'Admin',
};

const trackRoles: Record<TrackRole, string> = {
  main: 'Main',
  dub: 'Dubbed',
  commentary: 'Commentary',
  description: 'Audio description',
  sdh: 'For the deaf and hard of hearing',
  forced: 'Forced',
};

export const common = {
  phases,
  roles,
  trackRoles,
  loading: 'Loading …',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  none: 'None',
  more: 'More actions',
  dismiss: 'Dismiss',
  failed: 'That did not work',
  unreachable: 'The server cannot be reached.',
  unreachableAdvice: 'Check the network. The page goes on by itself once the server answers.',
  unexpected: 'The page met something it did not expect.',
  unexpectedAdvice: 'Load the page again; if it repeats, report it with the text above.',
  wrongAnswer: (status: number) => `The server answered ${status} without saying why.`,
  wrongAnswerAdvice: 'Try again; if it repeats, ask whoever runs the server.',
} as const;
