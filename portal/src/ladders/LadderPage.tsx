import {useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import {strings} from '../strings';
import {ErrorState, Loading, Page} from '../ui';
import {LadderEditor} from './LadderEditor';
import {ladderQuery} from './queries';

/** One ladder, to be read, changed and tried. */
export function LadderPage({name}: {name: string}) {
  const ladder = useQuery({...ladderQuery(name), staleTime: Infinity});
  if (ladder.data !== undefined) {
    return <LadderEditor name={name} saved={ladder.data}/>;
  }
  return (
    <Page title={name} subtitle={<Link href="/ladders">{strings.ladders.back}</Link>}>
      {ladder.error ? <ErrorState error={ladder.error} onRetry={() => void ladder.refetch()}/> : <Loading/>}
    </Page>
  );
}
