import {strings} from '../strings';
import {Button, Icon, IconButton, TextInput} from '../ui';
import type {Entry} from './amendment';
import styles from './EditTitle.module.css';

const text = strings.edit;
const MOST_ENTRIES = 50;

interface MetadataFieldsProps {
  entries: readonly Entry[];
  onChange: (entries: readonly Entry[]) => void;
  fault?: string;
}

/** Names and values of metadata. */
export function MetadataFields({entries, onChange, fault}: MetadataFieldsProps) {
  const change = (at: number, part: Partial<Entry>) =>
    onChange(entries.map((entry, number) => (number === at ? {...entry, ...part} : entry)));
  return (
    <section className={styles.part} aria-label={text.metadata}>
      <h3>{text.metadata}</h3>
      {entries.map((entry, at) => (
        <div key={at} className={styles.entry}>
          <TextInput aria-label={text.key} placeholder={text.key} maxLength={200} value={entry.key}
            onChange={(event) => change(at, {key: event.target.value})}/>
          <TextInput aria-label={text.value} placeholder={text.value} maxLength={1000} value={entry.value}
            onChange={(event) => change(at, {value: event.target.value})}/>
          <IconButton label={text.removeEntry} onClick={() => onChange(entries.filter((_, number) => number !== at))}>
            <Icon name="close"/>
          </IconButton>
        </div>
      ))}
      {fault && <p role="alert" className={styles.fault}>{fault}</p>}
      <div>
        <Button disabled={entries.length >= MOST_ENTRIES} onClick={() => onChange([...entries, {key: '', value: ''}])}>
          {text.addEntry}
        </Button>
      </div>
    </section>
  );
}
