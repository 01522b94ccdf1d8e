import {useQuery} from '@tanstack/react-query';
import {titleQuery} from '../api/queries';
import {ErrorState, Loading, Page, StateBadge} from '../ui';

export function TitlePage({id}: {id: string}) {
  const {data: title, error, refetch} = useQuery(titleQuery(id));
  if (title === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Loading/>;
  }
  return <Page title={title.name} subtitle={<StateBadge phase={title.phase}/>}>{null}</Page>;
}
