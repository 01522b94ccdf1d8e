import type {TitleAction} from '../titles/actions';
import type {PhaseGroup} from '../titles/filter';
import {count} from '../ui/format';

const titlesOf = (number: number) => (number === 1 ? '1 title' : `${count(number)} titles`);

const groups: Record<PhaseGroup, string> = {
  active: 'In progress',
  yours: 'Waiting for you',
  published: 'Published',
  failed: 'Failed',
  off: 'Off',
};

const actions: Record<TitleAction, string> = {
  start: 'Start',
  publish: 'Publish',
  cancel: 'Cancel',
  retry: 'Retry',
  delete: 'Delete',
};

const done: Record<TitleAction, (number: number) => string> = {
  start: (number) => `${titlesOf(number)} started.`,
  publish: (number) => `${titlesOf(number)} will be published.`,
  cancel: (number) => `${titlesOf(number)} cancelled.`,
  retry: (number) => `${titlesOf(number)} tried again.`,
  delete: (number) => `${titlesOf(number)} deleted.`,
};

export const titles = {
  pageTitle: 'Titles',
  groups,
  actions,
  done,
  titlesOf,
  upload: 'Upload',
  search: 'Search titles',
  searchHint: 'Name, file, profile, metadata',
  all: 'All',
  phase: 'State',
  anyPhase: 'Any state',
  severalPhases: 'Several states',
  filters: 'Filter by state',
  listOf: (shown: number) => `List of ${titlesOf(shown)}`,
  name: 'Name',
  state: 'State',
  profile: 'Profile',
  length: 'Length',
  tenant: 'Tenant',
  created: 'Created',
  updated: 'Changed',
  select: (name: string) => `Select ${name}`,
  selectAll: 'Select all that are loaded',
  selected: (number: number) => `${count(number)} selected`,
  clear: 'Clear selection',
  actionsOf: (name: string) => `Actions for ${name}`,
  actOn: (action: TitleAction, number: number) => `${actions[action]} ${titlesOf(number)}`,
  position: (number: number) => `Number ${count(number)} in the queue`,
  left: (time: string) => `${time} left`,
  shows: (version: number) => `Version ${version} is public`,
  progressOf: (name: string) => `Progress of ${name}`,
  selectAllMatching: (number: number) => `Select all ${count(number)} that match`,
  readingAll: (read: number, of: number) => `Reading ${count(read)} of ${titlesOf(of)} …`,
  stop: 'Stop',
  bulkProgress: (action: TitleAction, at: number, of: number) => `${actions[action]}: ${count(at)} of ${titlesOf(of)} …`,
  bulkOutcome: (doneOnes: number, left: number) => `${titlesOf(doneOnes)} done${left > 0 ? `, ${count(left)} not begun` : ''}. What was not done stays selected.`,
  andMore: (number: number) => `and ${count(number)} more`,
  bulkFailed: (number: number) => `${titlesOf(number)} could not be changed.`,
  cancelTitle: 'Cancel?',
  cancelText: (number: number) => `What is in the making of ${titlesOf(number)} is given up. What is public stays.`,
  deleteTitle: 'Delete for good?',
  deleteText: (number: number) => `${titlesOf(number)} with all versions, and the masters that were uploaded, are removed. Nobody can play them any more, and nothing brings them back.`,
  keep: 'Keep',
  emptyTitle: 'No titles yet',
  emptyHint: 'Drop a video file anywhere on this page, or choose one. It becomes a title that plays in every browser.',
  noneTitle: 'No title fits',
  noneHint: 'Look for other words, or show all states.',
  showAll: 'Show all titles',
  dropHere: 'Drop files to upload them',
} as const;
