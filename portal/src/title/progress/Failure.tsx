import {useState} from 'react';
import type {Failure as FailureFacts, Title} from '../../api/types';
import {strings} from '../../strings';
import {explanationOf} from '../../strings/failures';
import {Button, Icon} from '../../ui';
import {EncodeAgain} from '../header/EncodeAgain';
import {BrokenRules} from './BrokenRules';
import styles from './Failure.module.css';

const text = strings.title.failure;

/** Why a title failed or is held, and what to do about it. */
export function Failure({title, mayAct}: {title: Title; mayAct: boolean}) {
  const [again, setAgain] = useState(false);
  const {failure, phase} = title;
  if (failure === undefined || (phase !== 'FAILED' && phase !== 'HELD')) {
    return null;
  }
  const {fault, advice} = explanationOf(failure.kind);
  return (
    <section className={styles.failure} data-phase={phase} aria-label={text.title}>
      <Icon name="alert"/>
      <div className={styles.words}>
        <h2>{phase === 'HELD' ? text.held : text.faults[fault]}</h2>
        <Sentences failure={failure}/>
        {failure.kind === 'PACKAGE_INVALID' && <BrokenRules title={title}/>}
        <p><strong>{text.toDo}</strong> {advice}</p>
        {phase === 'HELD' && <p>{text.heldHint}</p>}
        <p className={styles.code}>{text.code} <code>{failure.kind}</code></p>
        {failure.kind === 'MASTER_DAMAGED' && mayAct && (
          <Button onClick={() => setAgain(true)}>{text.bridge}</Button>
        )}
      </div>
      {again && <EncodeAgain title={title} tolerateDamage onClose={() => setAgain(false)}/>}
    </section>
  );
}

/** The gate names several findings, one a line. */
function Sentences({failure: {message}}: {failure: FailureFacts}) {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1
    ? <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    : <p>{message}</p>;
}
