import {useQuery} from '@tanstack/react-query';
import {profilesQuery} from '../api/queries';
import {strings} from '../strings';
import {Field, Select, type Choice} from '../ui';
import type {Settings} from './draft';
import styles from './SettingsForm.module.css';
import {uploads} from './store';
import {useValue} from '../api/Value';

const text = strings.upload;

export function choicesOf<V extends string>(names: Record<V, string>): Choice<V>[] {
  return (Object.entries(names) as [V, string][]).map(([value, label]) => ({value, label}));
}

/** What goes for all files. It is remembered. */
export function SettingsForm() {
  const settings = useValue(uploads.settings);
  const {data} = useQuery(profilesQuery);
  const change = (part: Partial<Settings>) => uploads.choose({...settings, ...part});
  const profiles = data?.profiles ?? [settings.profile];
  return (
    <fieldset className={styles.settings}>
      <legend className="visually-hidden">{text.settings}</legend>
      <Field label={text.start}>
        {(ids) => <Select {...ids} value={settings.start} choices={choicesOf(text.starts)} onChoose={(start) => change({start})}/>}
      </Field>
      <Field label={text.publish}>
        {(ids) => <Select {...ids} value={settings.publish} choices={choicesOf(text.publishes)} onChoose={(publish) => change({publish})}/>}
      </Field>
      <Field label={text.profile}>
        {(ids) => (
          <Select {...ids} value={settings.profile} choices={profiles.map((value) => ({value, label: value}))}
            onChoose={(profile) => change({profile})}/>
        )}
      </Field>
      <Field label={text.priority}>
        {(ids) => <Select {...ids} value={settings.priority} choices={choicesOf(text.priorities)} onChoose={(priority) => change({priority})}/>}
      </Field>
    </fieldset>
  );
}
