import {useQueryClient, type InfiniteData} from '@tanstack/react-query';
import {useEffect, useRef, useState} from 'react';
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

function tell(action: TitleAction, {done, failed}: BulkResult, isListed: boolean) {
  if (done.length > 0) {
    toast('good', text.done[action](done.length));
  }
  const [first] = failed;
  if (first === undefined) {
    return;
  }
  if (done.length + failed.length === 1) {
    toastError(first.error);
  } else if (!isListed) {
    const {message, code} = explain(first.error);
    toast('bad', text.bulkFailed(failed.length), `${first.title.name}: ${message} ${code ?? ''}`);
  }
}

/** How far an action on many titles is. */
export interface BulkProgress {
  action: TitleAction;
  at: number;
  of: number;
}

/**
 * Does things with titles and tells what came of it.
 *
 * @param listsFailures whether the caller lists those that failed as long as it is shown
 */
export function useActions(listsFailures = false) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<BulkProgress>();
  const end = useRef<AbortController>(undefined);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const run = async (action: TitleAction, titles: readonly Title[]): Promise<BulkResult> => {
    end.current = new AbortController();
    const tellProgress = (at: number) => setProgress({action, at, of: titles.length});
    tellProgress(0);
    const result = await performAll(action, titles, tellProgress, end.current.signal);
    if (action === 'delete' && result.done.length > 0) {
      client.setQueriesData<InfiniteData<TitlePage>>({queryKey: keys.titles}, (list) =>
        list && {...list, pages: [...without(list, new Set(result.done)).pages]});
    }
    setProgress(undefined);
    tell(action, result, listsFailures && isShown.current);
    return result;
  };
  return {run, progress, stop: () => end.current?.abort()};
}
