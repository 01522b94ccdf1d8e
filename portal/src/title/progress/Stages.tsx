import {useEffect, useState} from 'react';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {Panel, Progress} from '../../ui';
import {count, duration, percent} from '../../ui/format';
import {isOver} from '../header/actionsFor';
import styles from './Stages.module.css';
import {stagesOf, type Stage} from './stagesOf';

const text = strings.title.stages;

/** The way of the title, as far as it has come. */
export function Stages({title}: {title: Title}) {
  const now = useNow(!isOver(title.phase));
  const stages = stagesOf(title);
  return (
    <Panel title={text.title} actions={<Eta title={title} now={now}/>}>
      <ol className={styles.stages}>
        {stages.map((stage) => <StageItem key={stage.name} stage={stage} title={title} now={now}/>)}
      </ol>
    </Panel>
  );
}

function StageItem({stage, title, now}: {stage: Stage; title: Title; now: number}) {
  const {name, state, startedAt, endedAt, share} = stage;
  const took = startedAt === undefined ? undefined : ((endedAt ?? (state === 'now' ? now : startedAt)) - startedAt) / 1000;
  return (
    <li className={styles.stage} data-state={state} aria-current={state === 'now' || state === 'waits' ? 'step' : undefined}>
      <span className={styles.name}>{text.names[name]}</span>
      <span className={styles.words}>{words(stage, title, took)}</span>
      {state === 'now' && <Progress label={text.names[name]} value={share}/>}
    </li>
  );
}

function words({name, state, share}: Stage, title: Title, took: number | undefined): string {
  switch (state) {
    case 'ahead': return text.ahead;
    case 'waits': return title.queuePosition > 0 ? text.queued(title.queuePosition) : text.waits[name] ?? text.waitsForTurn;
    case 'failed': return strings.common.phases[title.phase];
    case 'done': return took === undefined || took < 1 ? text.done : text.doneIn(duration(took));
    case 'now': return [share !== undefined && percent(share), name === 'encode' && encodeWords(title), took !== undefined && duration(took)]
      .filter(Boolean).join(' · ');
  }
}

function encodeWords({progress: {tasks, encoded, running, retries}}: Title): string {
  const base = text.encoding(count(encoded), count(tasks), count(running));
  return retries > 0 ? `${base}, ${text.retries(retries)}` : base;
}

function Eta({title, now}: {title: Title; now: number}) {
  const left = title.progress.etaSeconds;
  if (title.phase !== 'ENCODING' || left < 0) {
    return null;
  }
  // Counts down between the reports of the workers.
  const rest = Math.max(0, left - (now - Date.parse(title.updatedAt)) / 1000);
  return <span className={styles.eta}>{rest < 5 ? text.soon : text.left(duration(rest))}</span>;
}

/** The present, each second while it matters. */
function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isTicking) {
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
