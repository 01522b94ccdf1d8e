import {useQuery} from '@tanstack/react-query';
import type {Title} from '../api/types';
import {useLive} from '../api/events';
import {titleQuery} from '../api/queries';
import {strings} from '../strings';
import {ErrorState, Progress, StateBadge, Table, type Column} from '../ui';
import {bitrate, percent} from '../ui/format';
import styles from './Ladders.module.css';
import {trialRows, type TrialRow} from './trialRows';
import {trialReportQuery, type TrialReport, type TrialSound} from './trials';

const text = strings.ladders;
const LOOK_AGAIN_MS = 1_500;
const OVER: readonly Title['phase'][] = ['AWAITING_PUBLISH', 'PUBLISHED', 'FAILED', 'HELD', 'CANCELLED'];

interface TrialResultProps {
  trialId: string;
  /** The ladder that was tried. */
  yaml: string;
  number: number;
}

/** A trial on its way, then its numbers. */
export function TrialResult({trialId, yaml, number}: TrialResultProps) {
  const trial = useQuery({
    ...titleQuery(trialId),
    refetchInterval: ({state}) => (state.data && OVER.includes(state.data.phase) ? false : LOOK_AGAIN_MS),
  });
  useLive({onTitle: (title) => title.titleId === trialId && void trial.refetch()});
  const isDone = trial.data?.phase === 'AWAITING_PUBLISH';
  const report = useQuery({...trialReportQuery(trialId, trial.data?.version ?? 1), enabled: isDone, retry: 5, retryDelay: LOOK_AGAIN_MS});
  return (
    <section className={styles.result} aria-label={text.trialNumber(number)}>
      <h3>{text.trialNumber(number)} {trial.data && !report.data && <StateBadge phase={trial.data.phase}/>}</h3>
      {trial.error && <ErrorState error={trial.error}/>}
      {trial.data && !OVER.includes(trial.data.phase) && <Progress label={text.trialNumber(number)} value={shareOf(trial.data)}/>}
      {trial.data?.failure && <p role="alert">{trial.data.failure.message}</p>}
      {report.error && <ErrorState error={report.error} onRetry={() => void report.refetch()}/>}
      {report.data && <Numbers yaml={yaml} report={report.data}/>}
    </section>
  );
}

function shareOf({progress, phase}: Title): number | undefined {
  return phase === 'ENCODING' && progress.tasks > 0 ? progress.packaged / progress.tasks : undefined;
}

const RUNG_COLUMNS: readonly Column<TrialRow>[] = [
  {key: 'rung', head: text.rung, cell: ({rung}) => `${rung.name} ${rung.name.includes(rung.family) ? '' : rung.family}`},
  {key: 'asked', head: text.asked, cell: ({asked}) => (asked ? `CRF ${asked.crf}, ${asked.preset}` : text.addedRung)},
  {key: 'cap', head: text.cap, numeric: true, cell: ({rung}) => (rung.capBitsPerSecond ? bitrate(rung.capBitsPerSecond) : '')},
  {key: 'average', head: text.average, numeric: true, cell: ({rung}) => bitrate(rung.averageBitsPerSecond)},
  {key: 'peak', head: text.peak, numeric: true, cell: ({rung}) => bitrate(rung.peakBitsPerSecond)},
  {
    key: 'share',
    head: text.ofCap,
    cell: ({shares, rung}) => shares && (
      <span className={styles.share}>
        <Progress label={text.shareOf(rung.name)} value={Math.min(1, shares.average)}/>{percent(shares.average)}
      </span>
    ),
  },
  {key: 'xpsnr', head: text.xpsnr, numeric: true, cell: ({rung}) => (rung.xpsnr === undefined ? '' : `${rung.xpsnr.toFixed(1)} dB`)},
];

const SOUND_COLUMNS: readonly Column<TrialSound>[] = [
  {key: 'name', head: text.sound, cell: ({name}) => name},
  {key: 'format', head: text.format, cell: ({format}) => format},
  {key: 'average', head: text.average, numeric: true, cell: ({averageBitsPerSecond}) => bitrate(averageBitsPerSecond)},
];

function Numbers({yaml, report}: {yaml: string; report: TrialReport}) {
  return (
    <>
      {report.video.length > 0 && (
        <Table caption={text.rungs} columns={RUNG_COLUMNS} rows={trialRows(yaml, report)} rowKey={({rung}) => rung.track}/>
      )}
      {report.sound.length > 0 && (
        <Table caption={text.sound} columns={SOUND_COLUMNS} rows={report.sound} rowKey={({track}) => track}/>
      )}
    </>
  );
}
