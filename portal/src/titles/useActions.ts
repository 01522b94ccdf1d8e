import {useQueryClient, type InfiniteData} from '@tanstack/react-query';
import {useState} from 'react';
import {keys} from '../api/queries';
import type {Title, TitlePage} from '../api/types';
import {strings} from '../strings';
import {explain, toast, toastError} from '../ui';
import type {TitleAction} from './actions';
import {performAll, type BulkResult} from './bulk';
import {without} from './merge';

const text = strings.titles;

export function needsConfirmation(action: TitleAction): boolean {
  return action === 'cancel' || action === 'delete';
}

function tell(action: TitleAction, {done, failed}: BulkResult) {
  if (done.length > 0) {
    toast('good', text.done[action](done.length));
  }
  const [first] = failed;
  if (failed.length === 1) {
    toastError(first?.error);
  } else if (first) {
    const {message, code} = explain(first.error);
    toast('bad', text.bulkFailed(failed.length), `${first.title.name}: ${message} ${code ?? ''}`);
  }
}

/** Does things with titles and tells what came of it. */
export function useActions() {
  const client = useQueryClient();
  const [at, setAt] = useState<number>();
  const run = async (action: TitleAction, titles: readonly Title[]) => {
    setAt(0);
    const result = await performAll(action, titles, setAt);
    if (action === 'delete' && result.done.length > 0) {
      client.setQueriesData<InfiniteData<TitlePage>>({queryKey: keys.titles}, (list) =>
        list && {...list, pages: [...without(list, new Set(result.done)).pages]});
    }
    setAt(undefined);
    tell(action, result);
  };
  return {run, at};
}
