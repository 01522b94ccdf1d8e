import {useMutation, useQueryClient} from '@tanstack/react-query';
import {api, call} from '../../api/client';
import {keys} from '../../api/queries';
import type {SubmitForm, Title} from '../../api/types';
import {strings} from '../../strings';
import {toast, toastError} from '../../ui';
import {titleKeys} from '../data/queries';

/** What is wished of a title; every wish is answered with the title as it then stands. */
export type Wish =
  | {kind: 'start' | 'cancel' | 'retry' | 'unpublish' | 'delete' | 'force'}
  | {kind: 'publish'; at?: string}
  | {kind: 'rollback'; version: number}
  | {kind: 'version'; form: SubmitForm};

function send(id: string, wish: Wish): Promise<Title> {
  const params = {params: {path: {id}}};
  switch (wish.kind) {
    case 'start': return call(api.POST('/api/v1/titles/{id}/start', params));
    case 'cancel': return call(api.POST('/api/v1/titles/{id}/cancel', params));
    case 'retry': return call(api.POST('/api/v1/titles/{id}/retry', params));
    case 'unpublish': return call(api.POST('/api/v1/titles/{id}/unpublish', params));
    case 'publish': return call(api.POST('/api/v1/titles/{id}/publish', {...params, body: wish.at === undefined ? {} : {at: wish.at}}));
    case 'force': return call(api.POST('/api/v1/titles/{id}/publish', {...params, body: {force: true}}));
    case 'rollback': return call(api.POST('/api/v1/titles/{id}/rollback', {...params, body: {version: wish.version}}));
    case 'version': return call(api.POST('/api/v1/titles/{id}/versions', {...params, body: wish.form}));
    case 'delete': return call(api.DELETE('/api/v1/titles/{id}', params));
  }
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
