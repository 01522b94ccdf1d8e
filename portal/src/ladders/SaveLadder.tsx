import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useState, type FormEvent} from 'react';
import {useLocation} from 'wouter';
import {keys, profilesQuery} from '../api/queries';
import {useMay, useSeesAll} from '../api/roles';
import {strings} from '../strings';
import {Button, Field, TextInput, toast, toastError} from '../ui';
import {BUILT_IN} from './fields';
import styles from './Ladders.module.css';
import type {LadderCheck} from './problems';
import {ladderKey, putLadder} from './queries';

const text = strings.ladders;
const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

interface SaveLadderProps {
  name: string;
  yaml: string;
  check: LadderCheck;
  onSaved: () => void;
}

/** Saves under the ladder's own name or another. Only those who may are asked for a name. */
export function SaveLadder({name, yaml, check, onSaved}: SaveLadderProps) {
  const maySave = [useMay('operator'), useSeesAll()].every(Boolean);
  return maySave
    ? <SaveForm name={name} yaml={yaml} check={check} onSaved={onSaved}/>
    : <p className={styles.note}>{text.mayNotSave}</p>;
}

function SaveForm({name, yaml, check, onSaved}: SaveLadderProps) {
  const [target, setTarget] = useState(name === BUILT_IN ? '' : name);
  const [fault, setFault] = useState<string>();
  const [, go] = useLocation();
  const client = useQueryClient();
  const profiles = useQuery(profilesQuery);
  const save = useMutation({
    mutationFn: () => putLadder(target, yaml),
    onSuccess: async () => {
      client.setQueryData(ladderKey(target), yaml);
      onSaved();
      toast('good', text.saved(target));
      await client.invalidateQueries({queryKey: keys.profiles});
      go(`/ladders/${target}`);
    },
    onError: toastError,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOf(target);
    setFault(found);
    if (!found) {
      save.mutate();
    }
  };
  const replaces = target !== name && profiles.data?.profiles.includes(target);
  return (
    <form className={styles.save} onSubmit={submit} noValidate>
      <Field label={text.profileName} hint={replaces ? text.profileNameTaken : text.profileNameHint} error={fault}>
        {(ids) => (
          <TextInput {...ids} value={target} autoComplete="off" spellCheck={false}
            onChange={(event) => setTarget(event.target.value)}/>
        )}
      </Field>
      <Button type="submit" kind="primary" busy={save.isPending} disabled={check.problems.length > 0}>{text.save}</Button>
    </form>
  );
}

function faultOf(name: string): string | undefined {
  if (name === BUILT_IN) {
    return text.profileNameDefault;
  }
  return NAME.test(name) ? undefined : text.profileNameWrong;
}
