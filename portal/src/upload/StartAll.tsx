import {useQueries} from '@tanstack/react-query';
import {titleQuery} from '../api/queries';
import type {Title} from '../api/types';
import {strings} from '../strings';
import {useActions} from '../titles/useActions';
import {Button} from '../ui';

/** Starts all uploaded titles that wait for it; nothing while fewer than two do. */
export function StartAll({titleIds}: {titleIds: readonly string[]}) {
  // The cards keep these answers as they change.
  const titles = useQueries({queries: titleIds.map((id) => ({...titleQuery(id), staleTime: Infinity}))});
  const waiting = titles.flatMap(({data}): Title[] => (data?.phase === 'AWAITING_START' ? [data] : []));
  const {run, progress} = useActions();
  return waiting.length < 2 && progress === undefined ? null : (
    <Button kind="primary" busy={progress !== undefined} onClick={() => void run('start', waiting)}>
      {strings.titles.actOn('start', progress?.of ?? waiting.length)}
    </Button>
  );
}
