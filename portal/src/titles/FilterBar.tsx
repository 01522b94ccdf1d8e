import {useEffect, useEffectEvent, useState} from 'react';
import type {Phase} from '../api/types';
import {strings} from '../strings';
import {Select, TextInput} from '../ui';
import {isSameSet, PHASE_GROUPS, type PhaseGroup, type TitleFilter} from './filter';
import styles from './FilterBar.module.css';

const text = strings.titles;
const GROUPS = Object.keys(PHASE_GROUPS) as readonly PhaseGroup[];
const TYPING_MS = 250;

interface FilterBarProps {
  filter: TitleFilter;
  onChange: (filter: TitleFilter) => void;
}

export function FilterBar({filter, onChange}: FilterBarProps) {
  const choose = (phases: readonly Phase[]) => onChange({...filter, phases});
  return (
    <div className={styles.bar}>
      <SearchBox value={filter.query} onChange={(query) => onChange({...filter, query})}/>
      <div className={styles.groups} role="group" aria-label={text.filters}>
        <Chip isOn={filter.phases.length === 0} label={text.all} onClick={() => choose([])}/>
        {GROUPS.map((group) => (
          <Chip key={group} label={text.groups[group]} isOn={isSameSet(filter.phases, PHASE_GROUPS[group])}
            onClick={() => choose(PHASE_GROUPS[group])}/>
        ))}
      </div>
      <PhaseSelect phases={filter.phases} onChoose={choose}/>
    </div>
  );
}

function Chip({label, isOn, onClick}: {label: string; isOn: boolean; onClick: () => void}) {
  return <button type="button" className={styles.chip} aria-pressed={isOn} onClick={onClick}>{label}</button>;
}

function PhaseSelect({phases, onChoose}: {phases: readonly Phase[]; onChoose: (phases: readonly Phase[]) => void}) {
  const names = Object.entries(strings.common.phases) as [Phase, string][];
  const choices = [
    {value: '', label: text.anyPhase},
    ...(phases.length > 1 ? [{value: 'several', label: text.severalPhases}] : []),
    ...names.map(([value, label]) => ({value, label})),
  ];
  const value = phases.length > 1 ? 'several' : phases[0] ?? '';
  return (
    <Select className={styles.phase} aria-label={text.phase} value={value} choices={choices} onChoose={(chosen) => {
      if (chosen !== 'several') {
        onChoose(chosen === '' ? [] : [chosen as Phase]);
      }
    }}/>
  );
}

/** Asks the server only when the fingers rest. */
function SearchBox({value, onChange}: {value: string; onChange: (value: string) => void}) {
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  if (value !== last) {
    setLast(value);
    setTyped(value);
  }
  const tell = useEffectEvent(() => {
    if (typed !== value) {
      onChange(typed);
    }
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput className={styles.search} type="search" aria-label={text.search} placeholder={text.searchHint}
      maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)}/>
  );
}
