import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {useMay} from '../api/roles';
import type {DeadLetter} from '../api/types';
import {strings} from '../strings';
import {Button, Empty, ErrorState, Loading, Select} from '../ui';
import {DeadLetterTable} from './DeadLetterTable';
import styles from './Operations.module.css';
import {deadLettersQuery} from './queries';
import {ReplayDialog} from './ReplayDialog';

const text = strings.operations;

/** What was given up, to be looked at and tried again. */
export function DeadLetters() {
  const letters = useQuery(deadLettersQuery);
  if (!letters.data) {
    return letters.error ? <ErrorState error={letters.error} onRetry={() => void letters.refetch()}/> : <Loading/>;
  }
  const all = letters.data.deadLetters;
  return all.length === 0
    ? <Empty title={text.noDeadLetters} hint={text.noDeadLettersHint}/>
    : <Choosing all={all}/>;
}

function Choosing({all}: {all: readonly DeadLetter[]}) {
  const [kind, setKind] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [replaying, setReplaying] = useState<readonly DeadLetter[]>();
  const mayReplay = useMay('operator');
  const kinds = [...new Set(all.map((letter) => letter.kind))].sort();
  const shown = all.filter((letter) => kind === '' || letter.kind === kind);
  const selected = shown.filter(({id}) => chosen.has(id));
  const select = (ids: readonly string[], isChosen: boolean) => {
    const rest = [...chosen].filter((id) => !ids.includes(id));
    setChosen(new Set(isChosen ? [...rest, ...ids] : rest));
  };
  return (
    <div className={styles.stack}>
      <p className={styles.dim}>{text.deadLettersHint} {!mayReplay && text.mayNotReplay}</p>
      <div className={styles.bar}>
        <label className={styles.filter}>
          {text.kind}
          <Select value={kind} onChoose={setKind}
            choices={[{value: '', label: text.allKinds}, ...kinds.map((value) => ({value, label: value}))]}/>
        </label>
        {mayReplay && (
          <Button disabled={selected.length === 0} onClick={() => setReplaying(selected)}>
            {text.replaySelected(selected.length)}
          </Button>
        )}
      </div>
      <DeadLetterTable letters={shown} mayReplay={mayReplay} chosen={chosen} onSelect={select}
        onReplay={(letter) => setReplaying([letter])}/>
      {replaying && (
        <ReplayDialog letters={replaying} onClose={() => setReplaying(undefined)} onDone={() => {
          setReplaying(undefined);
          setChosen(new Set());
        }}/>
      )}
    </div>
  );
}
