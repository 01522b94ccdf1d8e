import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useLive} from './events';
import {newer} from './newer';
import {keys, titleQuery} from './queries';
import type {Title} from './types';

/** A title, kept as it changes. */
export function useTitle(id: string) {
  const client = useQueryClient();
  useLive({
    onTitle: (title) => {
      if (title.titleId === id) {
        client.setQueryData<Title>(keys.title(id), (before) => newer(before, title));
      }
    },
    onDeleted: (titleId) => titleId === id && void client.resetQueries({queryKey: keys.title(id)}),
    onConnected: () => void client.invalidateQueries({queryKey: keys.title(id)}),
  });
  return useQuery(titleQuery(id));
}
