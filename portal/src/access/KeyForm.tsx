import {useMutation} from '@tanstack/react-query';
import {useState, type FormEvent} from 'react';
import {ApiError} from '../api/ApiError';
import {signIn} from '../api/session';
import {tryKey} from '../api/tryKey';
import {strings} from '../strings';
import {Button, Checkbox, ErrorState, Field, TextInput} from '../ui';
import styles from './SignIn.module.css';

const text = strings.access;
const KEY_SHAPE = /^rw_[^_\s]+_\S+$/;

function faultOf(key: string): string | undefined {
  if (key === '') {
    return text.keyMissing;
  }
  return KEY_SHAPE.test(key) ? undefined : text.keyShape;
}

/** Signs in with an API key, once the server has taken it. */
export function KeyForm({hint, isFirst}: {hint: string; isFirst: boolean}) {
  const [key, setKey] = useState('');
  const [remember, setRemember] = useState(false);
  const [fault, setFault] = useState<string>();
  const attempt = useMutation({mutationFn: tryKey, onSuccess: (_, token) => signIn({token, remember})});
  const isRefused = attempt.error instanceof ApiError && attempt.error.status === 401;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = key.trim();
    const found = faultOf(token);
    setFault(found);
    if (!found) {
      attempt.mutate(token);
    }
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{hint}</p>
      <Field label={text.key} hint={text.keyHint} error={fault ?? (isRefused ? text.keyRefused : undefined)}>
        {(ids) => (
          <TextInput {...ids} type="password" value={key} autoComplete="current-password" autoFocus={isFirst}
            spellCheck={false} onChange={(event) => setKey(event.target.value)}/>
        )}
      </Field>
      <Checkbox label={text.remember} hint={text.rememberHint} checked={remember}
        onChange={(event) => setRemember(event.target.checked)}/>
      {attempt.error && !isRefused && <ErrorState error={attempt.error}/>}
      <Button type="submit" kind={isFirst ? 'primary' : 'plain'} busy={attempt.isPending}>{text.signIn}</Button>
    </form>
  );
}
