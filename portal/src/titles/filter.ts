import type {Phase, Title} from '../api/types';

/** What a list of titles shows, as it stands in the address. */
export interface TitleFilter {
  query: string;
  /** All if empty. */
  phases: readonly Phase[];
  sort: TitleSort;
}

export type TitleSort = 'created' | '-created' | 'updated' | '-updated' | 'name' | '-name';

export type SortField = 'created' | 'updated' | 'name';

const SORTS: readonly string[] = ['created', '-created', 'updated', '-updated', 'name', '-name'];

export const PHASE_GROUPS = {
  active: ['NEW', 'SUBMITTED', 'INSPECTING', 'PLANNING', 'ENCODING', 'PUBLISHING', 'ROLLING_BACK', 'UNPUBLISHING'],
  yours: ['AWAITING_START', 'AWAITING_PUBLISH', 'HELD'],
  published: ['PUBLISHED'],
  failed: ['FAILED', 'HELD'],
  off: ['UNPUBLISHED', 'CANCELLED'],
} as const satisfies Record<string, readonly Phase[]>;

export type PhaseGroup = keyof typeof PHASE_GROUPS;

export function readFilter(search: string, known: readonly Phase[]): TitleFilter {
  const parameters = new URLSearchParams(search);
  const wanted = (parameters.get('phase') ?? '').split(',');
  const sort = parameters.get('sort') ?? '';
  return {
    query: parameters.get('query') ?? '',
    phases: known.filter((phase) => wanted.includes(phase)),
    sort: SORTS.includes(sort) ? sort as TitleSort : '-created',
  };
}

/** The query of the address; what is usual is left out. */
export function writeFilter({query, phases, sort}: TitleFilter): string {
  const parameters = new URLSearchParams();
  if (query) {
    parameters.set('query', query);
  }
  if (phases.length > 0) {
    parameters.set('phase', phases.join(','));
  }
  if (sort !== '-created') {
    parameters.set('sort', sort);
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

/** The other direction if the field is sorted by already; else the direction people expect first. */
export function sortedBy(field: SortField, now: TitleSort): TitleSort {
  const first: TitleSort = field === 'name' ? 'name' : `-${field}`;
  const other: TitleSort = field === 'name' ? '-name' : field;
  return now === first ? other : first;
}

export function isSameSet(left: readonly Phase[], right: readonly Phase[]): boolean {
  return left.length === right.length && left.every((phase) => right.includes(phase));
}

/** The metadata entry of trials, which lists leave out. */
const TRIAL = 'reelway.trialOf';

/** Whether the server would list the title: as TitleQuery does it. */
export function fits(title: Title, {query, phases}: TitleFilter): boolean {
  if (TRIAL in title.metadata || (phases.length > 0 && !phases.includes(title.phase))) {
    return false;
  }
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [title.titleId, title.name, title.fileName, title.master, title.profileName, ...Object.values(title.metadata)]
    .join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

function place(title: Title, sort: TitleSort): string | number {
  switch (sort.replace('-', '')) {
    case 'name': return title.name.toLowerCase();
    case 'updated': return Date.parse(title.updatedAt);
    default: return Date.parse(title.createdAt);
  }
}

/** Negative if the first stands before the second. */
export function compare(first: Title, second: Title, sort: TitleSort): number {
  const [one, other] = [place(first, sort), place(second, sort)];
  const rising = one < other ? -1 : one > other ? 1 : first.titleId < second.titleId ? -1 : 1;
  return sort.startsWith('-') ? -rising : rising;
}
