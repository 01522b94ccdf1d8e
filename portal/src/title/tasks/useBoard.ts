import {useQuery, useQueryClient} from '@tanstack/react-query';
import {api, call} from '../../api/client';
import type {Title} from '../../api/types';
import {titleKeys} from '../data/queries';
import {isOver} from '../header/actionsFor';
import {withAnswer, type Board} from './board';

const WHILE_RUNNING_MS = 2_000;

/** All tasks of the title's latest submission; kept up to date while something happens. */
export function useBoard(title: Title) {
  const client = useQueryClient();
  const key = titleKeys.tasks(title.titleId);
  return useQuery({
    queryKey: key,
    queryFn: async ({signal}) => {
      const before = client.getQueryData<Board>(key);
      const since = before?.version === title.version ? before.next : undefined;
      const answer = await call(api.GET('/api/v1/titles/{id}/tasks', {
        params: {path: {id: title.titleId}, query: {since}}, signal,
      }));
      return withAnswer(before, answer);
    },
    structuralSharing: false,
    refetchInterval: ({state}) => (isOver(title.phase) && state.data?.complete !== false ? false : WHILE_RUNNING_MS),
  });
}
