import {keepPreviousData, useQuery} from '@tanstack/react-query';
import {useDeferredValue, useState} from 'react';
import {strings} from '../strings';
import {Field, Select, TextInput} from '../ui';
import {triableQuery} from './trials';

const text = strings.ladders;

interface TitleChoiceProps {
  value: string;
  onChoose: (titleId: string) => void;
}

/** One title out of many: words narrow the list down. */
export function TitleChoice({value, onChoose}: TitleChoiceProps) {
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const found = useQuery({...triableQuery(asked), placeholderData: keepPreviousData});
  const titles = found.data?.titles.filter(({plan}) => plan !== undefined && plan.rungs.length > 0) ?? [];
  const known = titles.some((title) => title.titleId === value) ? value : '';
  const choices = titles.map(({titleId, name}) => ({value: titleId, label: name === titleId ? name : `${name} (${titleId})`}));
  return (
    <>
      <Field label={text.findTitle}>
        {(ids) => <TextInput {...ids} type="search" value={words} onChange={(event) => setWords(event.target.value)}/>}
      </Field>
      <Field label={text.trialTitle} hint={found.data && titles.length === 0 ? text.noTitles : undefined}>
        {(ids) => <Select {...ids} value={known} onChoose={onChoose} choices={[{value: '', label: text.chooseTitle}, ...choices]}/>}
      </Field>
    </>
  );
}
