import {useQueries, useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import {profilesQuery} from '../api/queries';
import {strings} from '../strings';
import {Badge, ButtonLink, ErrorState, Icon, Loading, Page, Table, type Column} from '../ui';
import {bitrate} from '../ui/format';
import {BUILT_IN} from './fields';
import {ladderQuery} from './queries';
import {summaryOf, type LadderSummary} from './summary';

const text = strings.ladders;

interface Row {
  name: string;
  summary: LadderSummary | undefined;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    head: text.profile,
    cell: ({name}) => (
      <>
        <Link href={`/ladders/${name}`}>{name}</Link> {name === BUILT_IN && <Badge>{text.builtIn}</Badge>}
      </>
    ),
  },
  {
    key: 'rungs',
    head: text.rungs,
    cell: ({summary}) => summary?.families.map(({family, heights}) => (
      <div key={family}>{family}: {heights.join(' · ')}</div>
    )),
  },
  {
    key: 'cap',
    head: text.largestCap,
    numeric: true,
    wideOnly: true,
    cell: ({summary}) => summary?.largestCap && bitrate(summary.largestCap),
  },
  {key: 'segment', head: text.fields.segmentSeconds?.label, numeric: true, wideOnly: true, cell: ({summary}) => summary?.segment},
];

export function LadderList() {
  const profiles = useQuery(profilesQuery);
  return (
    <Page title={text.pageTitle} subtitle={text.intro} actions={
      <ButtonLink href={`/ladders/${BUILT_IN}`}><Icon name="plus"/>{text.new}</ButtonLink>
    }>
      {profiles.isPending && <Loading/>}
      {profiles.error && <ErrorState error={profiles.error} onRetry={() => void profiles.refetch()}/>}
      {profiles.data && <Ladders names={profiles.data.profiles}/>}
    </Page>
  );
}

function Ladders({names}: {names: readonly string[]}) {
  const texts = useQueries({queries: names.map(ladderQuery)});
  const rows = names.map((name, index) => {
    const yaml = texts[index]?.data;
    return {name, summary: yaml === undefined ? undefined : summaryOf(yaml)};
  });
  return <Table caption={text.pageTitle} columns={COLUMNS} rows={rows} rowKey={({name}) => name}/>;
}
