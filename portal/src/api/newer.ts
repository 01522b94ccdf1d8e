import type {Title} from './types';

/** The younger of two states of a title: events and answers may come in any order. */
export function newer(before: Title | undefined, next: Title): Title {
  return before !== undefined && Date.parse(before.updatedAt) > Date.parse(next.updatedAt) ? before : next;
}
