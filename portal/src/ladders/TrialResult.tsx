import {useQuery} from '@tanstack/react-query';
import type {Title} from '../api/types';
import {useLive} from '../api/events';
import {titleQuery} from '../api/queries';
import {strings} from '../strings';
import {ErrorState, Loading, Progress, StateBadge, Table, type Column} from '../ui';
import {bitrate, percent} from '../ui/format';
import styles from './Ladders.module.css';
import {trialRows, type TrialRow} from './trialRows';
import {trialRungsQuery} from './trials';

const text = strings.ladders;
const LOOK_AGAIN_MS = 1_500;
const OVER: readonly Title['phase'][] = ['AWAITING_PUBLISH', 'PUBLISHED', 'FAILED', 'HELD', 'CANCELLED'];

interface TrialResultProps {
  trialId: string;
  /** The ladder that was tried. */
  yaml: string;
  /** The trial to compare with. */
  savedId: string | undefined;
  number: number;
}

/** A trial on its way, then its numbers. */
export function TrialResult({trialId, yaml, savedId, number}: TrialResultProps) {
  const trial = useTrial(trialId);
  const isDone = trial.data?.phase === 'AWAITING_PUBLISH';
  return (
    <section className={styles.result} aria-label={text.trialNumber(number)}>
      <h3>{text.trialNumber(number)} {trial.data && !isDone && <StateBadge phase={trial.data.phase}/>}</h3>
      {trial.error && <ErrorState error={trial.error}/>}
      {trial.data && !OVER.includes(trial.data.phase) && <Progress label={text.trialNumber(number)} value={shareOf(trial.data)}/>}
      {trial.data?.failure && <p role="alert">{trial.data.failure.message}</p>}
      {trial.data && isDone && <Numbers yaml={yaml} trial={trial.data} savedId={savedId}/>}
    </section>
  );
}

/** A trial as it goes on. */
function useTrial(trialId: string | undefined) {
  const trial = useQuery({
    ...titleQuery(trialId ?? ''),
    enabled: trialId !== undefined,
    refetchInterval: ({state}) => (state.data && OVER.includes(state.data.phase) ? false : LOOK_AGAIN_MS),
  });
  useLive({onTitle: (title) => title.titleId === trialId && void trial.refetch()});
  return trial;
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

const CHANGE_COLUMN: Column<TrialRow> = {
  key: 'change', head: text.againstSaved, numeric: true, cell: ({change}) => change && text.change(change),
};

function Numbers({yaml, trial, savedId}: {yaml: string; trial: Title; savedId: string | undefined}) {
  const result = useQuery(trialRungsQuery(trial));
  const saved = useTrial(savedId);
  const isSavedDone = saved.data?.phase === 'AWAITING_PUBLISH';
  const other = useQuery({...trialRungsQuery(saved.data ?? trial), enabled: isSavedDone});
  if (!result.data) {
    return result.error ? <ErrorState error={result.error} onRetry={() => void result.refetch()}/> : <Loading/>;
  }
  const rows = trialRows(yaml, result.data.rungs, isSavedDone ? other.data?.rungs : undefined);
  return (
    <>
      <Table caption={text.rungs} columns={savedId === undefined ? RUNG_COLUMNS : [...RUNG_COLUMNS, CHANGE_COLUMN]} rows={rows}
        rowKey={({rung}) => rung.track}/>
      {saved.data?.failure && <p role="alert">{text.savedFailed} {saved.data.failure.message}</p>}
      {saved.data && !OVER.includes(saved.data.phase) && <Progress label={text.savedRuns} value={shareOf(saved.data)}/>}
    </>
  );
}
