import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useId, useState, type FormEvent} from 'react';
import {api, call} from '../api/client';
import {apiKeysQuery, meQuery} from '../api/queries';
import {isAtLeast} from '../api/roles';
import type {Role} from '../api/types';
import {strings} from '../strings';
import {Button, CopyButton, Dialog, ErrorState, Field, Select, TextInput} from '../ui';
import {keyFormOf, type KeyDraft, type Lifetime} from './keyForm';
import styles from './NewKey.module.css';

const text = strings.access;
const LIFETIMES = (Object.entries(text.lifetimes) as [Lifetime, string][]).map(([value, label]) => ({value, label}));
const ROLES = (Object.entries(strings.common.roles) as [Role, string][]).map(([value, label]) => ({value, label}));

/** Makes a key and tells it once. */
export function NewKey({onClose}: {onClose: () => void}) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<KeyDraft>({name: '', role: 'editor', tenant: '', lifetime: 'quarter'});
  const [isTried, setTried] = useState(false);
  const form = useId();
  const make = useMutation({
    mutationFn: () => call(api.POST('/api/v1/keys', {body: keyFormOf(draft, Date.now())})),
    onSuccess: () => client.invalidateQueries({queryKey: apiKeysQuery.queryKey}),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.name.trim()) {
      make.mutate();
    }
  };
  if (make.data?.key) {
    return <Told secret={make.data.key} onClose={onClose}/>;
  }
  return (
    <Dialog title={text.makeKey} onClose={onClose} actions={
      <>
        <Button onClick={onClose}>{strings.common.cancel}</Button>
        <Button kind="primary" type="submit" form={form} busy={make.isPending}>{text.make}</Button>
      </>
    }>
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <Fields draft={draft} nameFault={isTried && !draft.name.trim() ? text.keyNameMissing : undefined} onChange={setDraft}/>
        {make.error && <ErrorState error={make.error}/>}
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  draft: KeyDraft;
  nameFault: string | undefined;
  onChange: (draft: KeyDraft) => void;
}

function Fields({draft, nameFault, onChange}: FieldsProps) {
  const {data: me} = useQuery(meQuery);
  const roles = ROLES.filter(({value}) => me === undefined || isAtLeast(me.role, value));
  return (
    <>
      <Field label={text.keyName} error={nameFault}>
        {(ids) => (
          <TextInput {...ids} value={draft.name} maxLength={100} autoFocus
            onChange={({target}) => onChange({...draft, name: target.value})}/>
        )}
      </Field>
      <Field label={text.role} hint={text.mayDo[draft.role]}>
        {(ids) => <Select {...ids} value={draft.role} choices={roles} onChoose={(role) => onChange({...draft, role})}/>}
      </Field>
      {me?.tenant === '*' && (
        <Field label={text.tenant} hint={text.tenantHint}>
          {(ids) => (
            <TextInput {...ids} value={draft.tenant} placeholder="*"
              onChange={({target}) => onChange({...draft, tenant: target.value})}/>
          )}
        </Field>
      )}
      <Field label={text.lifetime}>
        {(ids) => <Select {...ids} value={draft.lifetime} choices={LIFETIMES} onChoose={(lifetime) => onChange({...draft, lifetime})}/>}
      </Field>
    </>
  );
}

function Told({secret, onClose}: {secret: string; onClose: () => void}) {
  return (
    <Dialog title={text.made} onClose={onClose} actions={<Button kind="primary" onClick={onClose}>{text.done}</Button>}>
      <p>{text.madeHint}</p>
      <div className={styles.told}>
        <TextInput readOnly aria-label={text.newKey} value={secret} onFocus={({target}) => target.select()}/>
        <CopyButton text={secret}/>
      </div>
    </Dialog>
  );
}
