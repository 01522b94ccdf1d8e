import {api, call} from '../api/client';
import type {Phase, Role, Title} from '../api/types';
import {markDeleted} from './deleted';

/** What can be done with titles from a list, one or many. */
export type TitleAction = 'start' | 'publish' | 'cancel' | 'retry' | 'delete';

interface Rule {
  /** Least role that may. */
  role: Role;
  /** In which phases it makes sense; in all if absent. */
  phases?: readonly Phase[];
}

const BEFORE_START: readonly Phase[] = ['SUBMITTED', 'INSPECTING', 'PLANNING', 'AWAITING_START'];

export const RULES: Record<TitleAction, Rule> = {
  start: {role: 'editor', phases: ['AWAITING_START']},
  publish: {role: 'editor', phases: ['AWAITING_PUBLISH']},
  cancel: {role: 'editor', phases: [...BEFORE_START, 'ENCODING', 'AWAITING_PUBLISH', 'PUBLISHING', 'HELD']},
  retry: {role: 'editor', phases: ['FAILED', 'HELD', 'CANCELLED']},
  delete: {role: 'operator'},
};

export const ACTIONS = Object.keys(RULES) as readonly TitleAction[];

export function fitsAction(title: Title, action: TitleAction): boolean {
  return RULES[action].phases?.includes(title.phase) ?? true;
}

/** Does it; the answer is the title as it stands before the workflow heeds the wish. */
export async function perform(action: TitleAction, id: string): Promise<Title> {
  const params = {path: {id}};
  switch (action) {
    case 'start': return call(api.POST('/api/v1/titles/{id}/start', {params}));
    case 'publish': return call(api.POST('/api/v1/titles/{id}/publish', {params}));
    case 'cancel': return call(api.POST('/api/v1/titles/{id}/cancel', {params}));
    case 'retry': return call(api.POST('/api/v1/titles/{id}/retry', {params}));
    case 'delete': {
      const title = await call(api.DELETE('/api/v1/titles/{id}', {params}));
      markDeleted(id);
      return title;
    }
  }
}
