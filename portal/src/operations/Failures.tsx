import {useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import type {Statistics} from '../api/types';
import {strings} from '../strings';
import {Empty, ErrorState, Loading, Table, When, type Column} from '../ui';
import {count} from '../ui/format';
import {statisticsQuery} from './queries';

const text = strings.operations;

type FailureCount = Statistics['failures'][number];

const COLUMNS: readonly Column<FailureCount>[] = [
  {key: 'kind', head: text.kind, cell: ({kind}) => <code>{kind}</code>},
  {key: 'count', head: text.attempts, numeric: true, cell: (failure) => count(failure.count)},
  {key: 'latest', head: text.latest, cell: ({lastAt}) => <When at={lastAt}/>},
  {
    key: 'title',
    head: text.title,
    wideOnly: true,
    cell: ({lastTitleId}) => lastTitleId && <Link href={`/titles/${lastTitleId}`}>{lastTitleId}</Link>,
  },
];

/** Attempts that failed in the last day, by kind. */
export function Failures() {
  const statistics = useQuery(statisticsQuery);
  if (!statistics.data) {
    return statistics.error ? <ErrorState error={statistics.error}/> : <Loading/>;
  }
  const {failures} = statistics.data;
  return failures.length === 0
    ? <Empty title={text.noFailures} hint={text.noFailuresHint}/>
    : <Table caption={text.failures} columns={COLUMNS} rows={failures} rowKey={({kind}) => kind}/>;
}
