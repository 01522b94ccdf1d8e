import type {Title} from '../api/types';
import {strings} from '../strings';
import {Facts, Panel, When, type Fact} from '../ui';
import {bitrate, bytes, count, duration} from '../ui/format';
import type {Remark, Report} from './data/documents';
import {Findings} from './master/Master';
import {decibels} from './quality/words';
import styles from './TitlePage.module.css';

const text = strings.title.overview;

/** The title in a few lines, and what somebody should look at. */
export function Overview({title, report}: {title: Title; report: Report | undefined}) {
  const warnings = title.findings.filter(({severity}) => severity === 'WARNING');
  return (
    <>
      <Panel title={text.title}><Facts facts={facts(title, report)}/></Panel>
      {report
        ? <Panel title={text.look}><Remarks remarks={report.warnings}/></Panel>
        : title.findings.length > 0 && (
          <Panel title={text.look}><Findings findings={warnings.length > 0 ? warnings : title.findings}/></Panel>
        )}
    </>
  );
}

const FIRST_REMARKS = 6;

function Remarks({remarks}: {remarks: readonly Remark[]}) {
  const [first, more] = [remarks.slice(0, FIRST_REMARKS), remarks.slice(FIRST_REMARKS)];
  return remarks.length === 0 ? <p>{text.nothingToSee}</p> : (
    <>
      <RemarkList remarks={first}/>
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>{text.more(count(more.length))}</summary>
          <RemarkList remarks={more}/>
        </details>
      )}
    </>
  );
}

function RemarkList({remarks}: {remarks: readonly Remark[]}) {
  return (
    <ul className={styles.remarks}>
      {remarks.map(({code, message, advice}) => (
        <li key={code + message}>
          <p>{message} {code && <code>{code}</code>}</p>
          {advice && <p className={styles.advice}>{advice}</p>}
        </li>
      ))}
    </ul>
  );
}

function facts(title: Title, report: Report | undefined): Fact[] {
  const {plan, masterSummary, lane, profileName, createdAt, publishAt, unpublishAt, metadata} = title;
  const best = report?.video[0];
  return [
    ...masterSummary ? [{name: text.master, value: masterSummary}] : [],
    ...plan ? [
      {name: text.length, value: duration(plan.durationSeconds)},
      ...plan.rungs.length > 0 ? [{name: text.rungs, value: plan.rungs.join(', ')}] : [],
      {name: text.tracks, value: text.trackWords(count(plan.audioTracks), count(plan.textTracks))},
      {name: text.cost, value: text.costWords(duration(plan.cost.cpuSeconds), bytes(plan.cost.outputBytes))},
    ] : [],
    ...best ? [{
      name: text.best,
      value: `${best.name} ${best.family}, ${bitrate(best.averageBitsPerSecond)}${best.xpsnr === undefined ? '' : `, ${decibels(best.xpsnr)} XPSNR`}`,
    }] : [],
    {name: text.profile, value: profileName},
    {name: text.lane, value: strings.title.plan.lanes[lane]},
    {name: text.created, value: <When at={createdAt}/>},
    ...publishAt ? [{name: text.publishAt, value: <When at={publishAt}/>}] : [],
    ...unpublishAt ? [{name: text.unpublishAt, value: <When at={unpublishAt}/>}] : [],
    ...Object.entries(metadata).map(([name, value]) => ({name, value})),
  ];
}
