import {useMutation} from '@tanstack/react-query';
import {useState, type FormEvent} from 'react';
import {useMay} from '../api/roles';
import {strings} from '../strings';
import {Button, Checkbox, Field, Panel, Select, TextInput, toastError} from '../ui';
import styles from './Ladders.module.css';
import {TitleChoice} from './TitleChoice';
import {TrialResult} from './TrialResult';
import {startTrial} from './trials';

const text = strings.ladders;
const LENGTHS = ['5', '10', '20', '30', '60'] as const;
type Length = (typeof LENGTHS)[number];

/** A trial with the ladder that it was made with, which may have changed since. */
interface Trial {
  id: string;
  yaml: string;
  /** The trial of the saved ladder with the same seconds, to compare with. */
  savedId: string | undefined;
}

interface TrialPanelProps {
  yaml: string;
  /** The ladder as the server keeps it. */
  saved: string;
  isValid: boolean;
}

/** Encodes a few seconds of a title with the ladder as it stands, saved or not. */
export function TrialPanel({yaml, saved, isValid}: TrialPanelProps) {
  const mayTry = useMay('editor');
  const [titleId, setTitleId] = useState('');
  const [start, setStart] = useState('');
  const [length, setLength] = useState<Length>('10');
  const [trials, setTrials] = useState<readonly Trial[]>([]);
  const [isComparing, setComparing] = useState(true);
  const isChanged = yaml !== saved;
  const tried = (ladder: string) => startTrial(titleId, {
    ladder,
    seconds: Number(length),
    ...(start.trim() !== '' && {startSeconds: Number(start)}),
  });
  const run = useMutation({
    mutationFn: async (): Promise<Trial> => {
      const {titleId: id} = await tried(yaml);
      const other = isChanged && isComparing ? await tried(saved) : undefined;
      return {id, yaml, savedId: other?.titleId};
    },
    onSuccess: (trial) => setTrials((before) => [trial, ...before.filter(({id}) => id !== trial.id)]),
    onError: toastError,
  });
  if (!mayTry) {
    return <Panel title={text.trial}><p className={styles.note}>{text.mayNotTry}</p></Panel>;
  }
  const startFault = start.trim() === '' || Number(start) >= 0 ? undefined : text.trialStartWrong;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate();
  };
  return (
    <Panel title={text.trial}>
      <p className={styles.note}>{text.trialHint}</p>
      <form className={styles.trial} onSubmit={submit} noValidate>
        <TitleChoice value={titleId} onChoose={setTitleId}/>
        <Field label={text.trialStart} hint={text.trialStartHint} error={startFault}>
          {(ids) => <TextInput {...ids} value={start} inputMode="decimal" onChange={(event) => setStart(event.target.value)}/>}
        </Field>
        <Field label={text.trialLength}>
          {(ids) => (
            <Select {...ids} value={length} onChoose={setLength}
              choices={LENGTHS.map((value) => ({value, label: `${value} s`}))}/>
          )}
        </Field>
        <Button type="submit" kind="primary" busy={run.isPending}
          disabled={!isValid || titleId === '' || startFault !== undefined}>{text.try}</Button>
      </form>
      {isChanged && (
        <Checkbox label={text.alsoSaved} checked={isComparing} onChange={(event) => setComparing(event.target.checked)}/>
      )}
      {!isValid && <p className={styles.note}>{text.notTriable}</p>}
      {trials.map((trial, index) => (
        <TrialResult key={trial.id} trialId={trial.id} yaml={trial.yaml} savedId={trial.savedId} number={trials.length - index}/>
      ))}
    </Panel>
  );
}
