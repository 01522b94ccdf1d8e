import {useQueryClient} from '@tanstack/react-query';
import {useEffect} from 'react';
import {useTitle} from '../../api/useTitle';
import {titleKeys} from './queries';

/** A title as it changes; what is known of its parts is read again when it enters another phase. */
export function useTitleParts(id: string) {
  const client = useQueryClient();
  const query = useTitle(id);
  const title = query.data;
  const stand = title && `${title.version}/${title.run}/${title.phase}/${title.published?.version ?? ''}`;
  useEffect(() => {
    // Another phase may have brought documents and versions that were not there before.
    void client.invalidateQueries({queryKey: titleKeys.all(id)});
  }, [client, id, stand]);
  return query;
}
