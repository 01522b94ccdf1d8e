import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {profilesQuery} from '../../api/queries';
import type {SubmitForm, Title} from '../../api/types';
import {strings} from '../../strings';
import {Button, Checkbox, Dialog, Field, Select, TextInput} from '../../ui';
import {fromInput} from './moments';
import {useWish} from './useWishes';

const text = strings.title.again;
const SAME = '';

type Publish = '' | 'auto' | 'manual' | 'date';

/** A new version from the same master; what is left as it is stays as it was. */
export function EncodeAgain({title, onClose, tolerateDamage = false}: {title: Title; onClose: () => void; tolerateDamage?: boolean}) {
  const {data} = useQuery(profilesQuery);
  const [profile, setProfile] = useState(SAME);
  const [publish, setPublish] = useState<Publish>(SAME);
  const [publishAt, setPublishAt] = useState('');
  const [damage, setDamage] = useState(tolerateDamage);
  const [thorough, setThorough] = useState(false);
  const wish = useWish(title.titleId, onClose);
  const at = fromInput(publishAt);

  const form: SubmitForm = {
    ...profile !== SAME && {profile},
    ...(publish === 'auto' || publish === 'manual') && {publish},
    ...publish === 'date' && at !== undefined && {publish: 'auto' as const, publishAt: at},
    ...damage && {tolerateDamage: true},
    ...thorough && {thorough: true},
  };
  const isEmpty = Object.keys(form).length === 0;

  return (
    <Dialog title={text.title} onClose={onClose} actions={
      <>
        <Button onClick={onClose}>{strings.common.cancel}</Button>
        <Button kind="primary" busy={wish.isPending} disabled={isEmpty || (publish === 'date' && at === undefined)}
          onClick={() => wish.mutate({kind: 'version', form})}>
          {text.action}
        </Button>
      </>
    }>
      <p>{text.means}</p>
      <Field label={text.profile}>
        {(ids) => (
          <Select {...ids} value={profile} onChoose={setProfile} choices={[
            {value: SAME, label: text.sameProfile(title.profileName)},
            ...(data?.profiles ?? []).map((name) => ({value: name, label: name})),
          ]}/>
        )}
      </Field>
      <Field label={text.publish}>
        {(ids) => (
          <Select {...ids} value={publish} onChoose={setPublish} choices={[
            {value: SAME, label: text.samePublish},
            {value: 'auto', label: text.publishAuto},
            {value: 'manual', label: text.publishManual},
            {value: 'date', label: text.publishDate},
          ]}/>
        )}
      </Field>
      {publish === 'date' && (
        <Field label={strings.title.schedule.publishAt}>
          {(ids) => <TextInput {...ids} type="datetime-local" value={publishAt} onChange={(event) => setPublishAt(event.target.value)}/>}
        </Field>
      )}
      <Checkbox label={text.damage} hint={text.damageHint} checked={damage} onChange={(event) => setDamage(event.target.checked)}/>
      <Checkbox label={text.thorough} hint={text.thoroughHint} checked={thorough} onChange={(event) => setThorough(event.target.checked)}/>
      {isEmpty && <p>{text.nothingChanged}</p>}
    </Dialog>
  );
}
