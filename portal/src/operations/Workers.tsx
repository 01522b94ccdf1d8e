import {useQuery} from '@tanstack/react-query';
import {useEffect, useState} from 'react';
import {Link} from 'wouter';
import type {Queue, Statistics} from '../api/types';
import {useSeesAll} from '../api/roles';
import {strings} from '../strings';
import {Badge, Empty, ErrorState, Loading, Table, When, type Column} from '../ui';
import {bytes, count} from '../ui/format';
import styles from './Operations.module.css';
import {queueQuery, statisticsQuery} from './queries';
import {attemptName, measured, NO_SPEEDS, type Running, type Speeds} from './speeds';
import {taskWords} from './taskWords';

const text = strings.operations;

type Executor = Queue['executors'][number];
type WorkerLoad = Statistics['workers'][number];

/** Who works on what, and how fast. */
export function Workers() {
  const queue = useQuery(queueQuery);
  const statistics = useQuery(statisticsQuery);
  const seesAll = useSeesAll();
  const speeds = useSpeeds(queue.data);
  if (!queue.data) {
    return queue.error ? <ErrorState error={queue.error} onRetry={() => void queue.refetch()}/> : <Loading/>;
  }
  if (!seesAll) {
    return <Empty title={text.onlyAllTenants}/>;
  }
  const loads = new Map(statistics.data?.workers.map((load) => [load.workerId, load]));
  return queue.data.executors.length === 0
    ? <Empty title={text.noWorkers} hint={text.noWorkersHint}/>
    : <Table caption={text.workers} columns={columnsOf(speeds, loads)} rows={queue.data.executors} rowKey={(worker) => `${worker.workerId} ${worker.pool}`}/>;
}

function useSpeeds(queue: Queue | undefined): Speeds {
  const [speeds, setSpeeds] = useState(NO_SPEEDS);
  useEffect(() => {
    if (queue) {
      setSpeeds((before) => measured(before, queue.executors));
    }
  }, [queue]);
  return speeds;
}

function columnsOf(speeds: Speeds, loads: ReadonlyMap<string, WorkerLoad>): Column<Executor>[] {
  return [
    {
      key: 'worker',
      head: text.worker,
      cell: ({host, workerId}) => (
        <div className={styles.worker}>{host}<div className={styles.dim}><code>{workerId}</code></div></div>
      ),
    },
    {key: 'pool', head: text.pool, cell: ({pool}) => text.pools[pool]},
    {key: 'busy', head: text.busy, numeric: true, cell: ({running, slots}) => (slots === 0 ? <Badge tone="warn">{text.draining}</Badge> : text.busyOf(running.length, slots))},
    {key: 'doing', head: text.doing, cell: (worker) => <Doing running={worker.running} speeds={speeds}/>},
    {key: 'speed', head: text.lastHour, numeric: true, cell: ({workerId, pool}) => (pool === 'ENCODE' ? speedOf(loads.get(workerId)) : '')},
    {key: 'failures', head: text.failedAttempts, numeric: true, wideOnly: true, cell: ({workerId, pool}) => (pool === 'ENCODE' ? count(loads.get(workerId)?.failures ?? 0) : '')},
    {key: 'memory', head: text.memory, numeric: true, wideOnly: true, cell: ({residentBytes}) => bytes(residentBytes)},
    {key: 'seen', head: text.seen, wideOnly: true, cell: ({seenAt}) => <When at={seenAt}/>},
  ];
}

function speedOf(load: WorkerLoad | undefined) {
  return load && load.speed > 0 ? text.timesRealTime(load.speed) : '';
}

function Doing({running, speeds}: {running: readonly Running[]; speeds: Speeds}) {
  if (running.length === 0) {
    return <span className={styles.dim}>{text.idle}</span>;
  }
  return (
    <ul className={styles.tasks}>
      {running.map((task) => {
        const name = attemptName(task);
        return (
          <li key={name}>
            <Link href={`/titles/${task.id.titleId}`}>{task.id.titleId}</Link> <span>{taskWords(task, speeds.perSecond.get(name))}</span>
          </li>
        );
      })}
    </ul>
  );
}
