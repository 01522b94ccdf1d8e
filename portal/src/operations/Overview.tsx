import {useQuery} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import type {Queue} from '../api/types';
import {strings} from '../strings';
import {Empty, ErrorState, Loading, Progress, Table, type Column} from '../ui';
import {count} from '../ui/format';
import {Failures} from './Failures';
import styles from './Operations.module.css';
import {queueQuery} from './queries';
import {Throughput} from './Throughput';
import {WaitingTitles} from './WaitingTitles';

const text = strings.operations;

type LaneLoad = Queue['lanes'][number];
type TenantLoad = Queue['tenants'][number];
type PoolLoad = Queue['pools'][number];

const LANE_COLUMNS: readonly Column<LaneLoad>[] = [
  {key: 'lane', head: text.lane, cell: ({lane}) => text.lanes[lane]},
  {key: 'waiting', head: text.waiting, numeric: true, cell: ({waiting}) => count(waiting)},
  {key: 'inFlight', head: text.inFlight, numeric: true, cell: ({inFlight}) => count(inFlight)},
  {key: 'tasksLeft', head: text.tasksLeft, numeric: true, cell: ({tasksLeft}) => count(tasksLeft)},
];

const TENANT_COLUMNS: readonly Column<TenantLoad>[] = [
  {key: 'tenant', head: text.tenant, cell: ({tenant}) => tenant},
  ...LANE_COLUMNS,
];

const POOL_COLUMNS: readonly Column<PoolLoad>[] = [
  {key: 'pool', head: text.pool, cell: ({pool}) => text.pools[pool]},
  {key: 'executors', head: text.executors, numeric: true, cell: ({executors}) => count(executors)},
  {key: 'busy', head: text.busy, cell: (load) => <Busy {...load}/>},
];

function Busy({pool, running, slots, executors}: PoolLoad) {
  return executors === 0 ? <span className={styles.warning}>{text.nobody}</span> : (
    <span className={styles.share}>
      <Progress label={text.pools[pool]} value={slots > 0 ? Math.min(1, running / slots) : 0}/>{text.busyOf(running, slots)}
    </span>
  );
}

/** The fleet at a glance: what waits, who can take it, how it goes. */
export function Overview() {
  const queue = useQuery(queueQuery);
  if (!queue.data) {
    return queue.error ? <ErrorState error={queue.error} onRetry={() => void queue.refetch()}/> : <Loading/>;
  }
  const {lanes, tenants, pools, waiting} = queue.data;
  return (
    <div className={styles.overview}>
      <div className={styles.wide}><Throughput/></div>
      <Section title={text.queue}>
        <Table caption={text.queue} columns={LANE_COLUMNS} rows={lanes} rowKey={({lane}) => lane}/>
        {tenants.length > 0 && (
          <Table caption={text.byTenant} columns={TENANT_COLUMNS} rows={tenants} rowKey={({tenant, lane}) => `${tenant} ${lane}`}/>
        )}
      </Section>
      <Section title={text.capacity}>
        <Table caption={text.capacity} columns={POOL_COLUMNS} rows={pools} rowKey={({pool}) => pool}/>
      </Section>
      <Section title={text.waitingTitles}>
        {waiting.length === 0
          ? <Empty title={text.nothingWaits} hint={text.nothingWaitsHint}/>
          : <WaitingTitles waiting={waiting}/>}
      </Section>
      <Section title={text.failures}><Failures/></Section>
    </div>
  );
}

function Section({title, children}: {title: string; children: ReactNode}) {
  return (
    <section className={styles.stack}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
