import {useMutation, useQueryClient} from '@tanstack/react-query';
import {api, call} from '../../api/client';
import {keys} from '../../api/queries';
import type {SubmitForm, Title} from '../../api/types';
import {strings} from '../../strings';
import {toast, toastError} from '../../ui';
import {titleKeys} from '../data/queries';
import type {DateChange} from './dates';

/** What is wished of a title; every wish is answered with the title as it then stands. */
export type Wish =
  | {kind: 'start' | 'cancel' | 'retry' | 'unpublish' | 'delete' | 'force'}
  | {kind: 'publish'}
  | {kind: 'dates'; changes: readonly DateChange[]}
  | {kind: 'rollback'; version: number}
  | {kind: 'version'; form: SubmitForm};

function send(id: string, wish: Wish): Promise<Title> {
  const params = {params: {path: {id}}};
  switch (wish.kind) {
    case 'start': return call(api.POST('/api/v1/titles/{id}/start', params));
    case 'cancel': return call(api.POST('/api/v1/titles/{id}/cancel', params));
    case 'retry': return call(api.POST('/api/v1/titles/{id}/retry', params));
    case 'unpublish': return call(api.POST('/api/v1/titles/{id}/unpublish', params));
    case 'publish': return call(api.POST('/api/v1/titles/{id}/publish', params));
    case 'dates': return changeDates(id, wish.changes);
    case 'force': return call(api.POST('/api/v1/titles/{id}/publish', {...params, body: {force: true}}));
    case 'rollback': return call(api.POST('/api/v1/titles/{id}/rollback', {...params, body: {version: wish.version}}));
    case 'version': return call(api.POST('/api/v1/titles/{id}/versions', {...params, body: wish.form}));
    case 'delete': return call(api.DELETE('/api/v1/titles/{id}', params));
  }
}

/** One after the other: each must fit what the one before left. */
async function changeDates(id: string, changes: readonly DateChange[]): Promise<Title> {
  let title: Title | undefined;
  for (const {date, at} of changes) {
    const path = `/api/v1/titles/{id}/${date}` as const;
    const params = {params: {path: {id}}};
    title = await call(at === undefined ? api.DELETE(path, params) : api.POST(path, {...params, body: {at}}));
  }
  return title ?? await call(api.GET('/api/v1/titles/{id}', {params: {path: {id}}}));
}

/** Sends wishes; tells what became of them, and shows the title as it stands after them. */
export function useWish(id: string, onDone?: (wish: Wish) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => send(id, wish),
    onSuccess: (title, wish) => {
      client.setQueryData(keys.title(id), title);
      void client.invalidateQueries({queryKey: titleKeys.all(id)});
      toast('good', strings.title.wished[wish.kind]);
      onDone?.(wish);
    },
    onError: toastError,
  });
}
