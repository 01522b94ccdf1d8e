import type {TrackRole} from '../api/types';
import {strings} from '../strings';
import {languageName} from '../title/data/language';
import {Select, TextInput} from '../ui';
import {rolesOf, type StreamEdit} from './amendment';
import styles from './EditTitle.module.css';

const text = strings.edit;

interface StreamFieldsProps {
  streams: readonly StreamEdit[];
  onChange: (streams: readonly StreamEdit[]) => void;
  faults: readonly string[];
}

/** Language, role and name of each stream of the master. */
export function StreamFields({streams, onChange, faults}: StreamFieldsProps) {
  const change = (at: number, part: Partial<StreamEdit>) =>
    onChange(streams.map((stream, number) => (number === at ? {...stream, ...part} : stream)));
  return (
    <section className={styles.part} aria-label={text.streams}>
      <h3>{text.streams}</h3>
      <p className={styles.hint}>{text.streamsHint}</p>
      {streams.map((stream, at) => (
        <StreamRow key={stream.stream} stream={stream} onChange={(part) => change(at, part)}/>
      ))}
      {faults.map((fault) => <p key={fault} role="alert" className={styles.fault}>{fault}</p>)}
    </section>
  );
}

function StreamRow({stream, onChange}: {stream: StreamEdit; onChange: (part: Partial<StreamEdit>) => void}) {
  const {kind, about, language, role, name} = stream;
  const label = text.streamOf(kind, stream.stream);
  const known = rolesOf(kind);
  const roles = known.includes(role) ? known : [role, ...known];
  return (
    <div className={styles.stream}>
      <div>
        <p>{label}</p>
        <p className={styles.hint}>{about} · {language === '' ? text.unknownLanguage : languageName(language)}</p>
      </div>
      <TextInput aria-label={text.languageOf(label)} placeholder={text.languageHint} value={language} autoCapitalize="none"
        spellCheck={false} onChange={(event) => onChange({language: event.target.value.trim()})}/>
      <Select<TrackRole> aria-label={text.roleOf(label)} value={role} onChoose={(next) => onChange({role: next})}
        choices={roles.map((value) => ({value, label: strings.common.trackRoles[value]}))}/>
      <TextInput aria-label={text.nameOf(label)} placeholder={text.nameHint} value={name} maxLength={200}
        onChange={(event) => onChange({name: event.target.value})}/>
    </div>
  );
}
