import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useEffect} from 'react';
import {useLive} from '../../api/events';
import {keys, titleQuery} from '../../api/queries';
import type {Title} from '../../api/types';
import {newer} from './newer';
import {titleKeys} from './queries';

/** A title as it stands, and as it changes. */
export function useTitle(id: string) {
  const client = useQueryClient();
  const query = useQuery(titleQuery(id));
  useLive({
    onTitle: (title) => {
      if (title.titleId === id) {
        client.setQueryData<Title>(keys.title(id), (before) => newer(before, title));
      }
    },
    onDeleted: (titleId) => titleId === id && void client.resetQueries({queryKey: keys.title(id)}),
    onConnected: () => void client.invalidateQueries({queryKey: keys.title(id)}),
  });

  const title = query.data;
  const stand = title && `${title.version}/${title.run}/${title.phase}/${title.published?.version ?? ''}`;
  useEffect(() => {
    // Another phase may have brought documents and versions that were not there before.
    void client.invalidateQueries({queryKey: titleKeys.all(id)});
  }, [client, id, stand]);
  return query;
}
