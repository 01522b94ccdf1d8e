import {useQuery} from '@tanstack/react-query';
import {lazy, Suspense} from 'react';
import {strings} from '../strings';
import {ErrorState, Loading, Panel} from '../ui';
import {count, duration, timeOfDay} from '../ui/format';
import {hourOf} from './hour';
import styles from './Operations.module.css';
import {statisticsQuery} from './queries';

const ThroughputChart = lazy(() => import('./ThroughputChart').then((module) => ({default: module.ThroughputChart})));

const text = strings.operations;

/** What was encoded in the last hour, minute by minute. */
export function Throughput() {
  const statistics = useQuery(statisticsQuery);
  if (!statistics.data) {
    return (
      <Panel title={text.throughput}>
        {statistics.error ? <ErrorState error={statistics.error}/> : <Loading/>}
      </Panel>
    );
  }
  const hour = hourOf(statistics.data);
  return (
    <Panel title={text.throughput} actions={hour.sinceWithin && (
      <span className={styles.dim}>{text.since(timeOfDay(statistics.data.since))}</span>
    )}>
      <dl className={styles.figures}>
        <div><dt>{text.mediaEncoded}</dt><dd>{duration(hour.mediaSeconds)}</dd></div>
        <div><dt>{text.speedNow}</dt><dd>{text.timesRealTime(hour.speed)}</dd></div>
        <div><dt>{text.tasksDone}</dt><dd>{count(hour.tasks)}</dd></div>
        <div><dt>{text.failedAttempts}</dt><dd>{count(hour.failures)}</dd></div>
      </dl>
      <Suspense fallback={<div className={styles.chart}/>}>
        <ThroughputChart minutes={statistics.data.minutes}/>
      </Suspense>
    </Panel>
  );
}
