import {useState} from 'react';
import {strings} from '../strings';
import {Select, TextInput, type FieldIds} from '../ui';
import type {LadderField} from './fields';

const text = strings.ladders;

interface LadderInputProps extends Partial<FieldIds> {
  field: Pick<LadderField, 'kind' | 'words' | 'usual'>;
  /** As the file writes it; absent if it does not. */
  value: string | undefined;
  /** Empty takes the field out of the file. */
  onChange: (value: string) => void;
  'aria-label'?: string;
}

/** One value of a ladder file. */
export function LadderInput({field, value, onChange, ...rest}: LadderInputProps) {
  return field.kind === 'word'
    ? <WordInput {...rest} field={field} value={value} onChange={onChange}/>
    : <WrittenInput {...rest} field={field} value={value} onChange={onChange}/>;
}

function WordInput({field, value, onChange, ...rest}: LadderInputProps) {
  const words = field.words ?? [];
  const known = value === undefined || words.includes(value) ? words : [value, ...words];
  const absent = field.usual === undefined ? text.notMade : field.usual;
  return (
    <Select {...rest} value={value ?? ''} onChoose={onChange}
      choices={[{value: '', label: absent}, ...known.map((word) => ({value: word, label: word}))]}/>
  );
}

/** Emptying it alone changes nothing yet: the next key may write another value, and comments stay. */
function WrittenInput({field, value, onChange, ...rest}: LadderInputProps) {
  const [draft, setDraft] = useState<string>();
  const write = (next: string) => {
    setDraft(next);
    if (next.trim() !== '') {
      onChange(next.trim());
    }
  };
  const leave = () => {
    if (draft?.trim() === '') {
      onChange('');
    }
    setDraft(undefined);
  };
  return (
    <TextInput {...rest} value={draft ?? value ?? ''} placeholder={field.usual ?? (field.kind === 'rate' ? text.notMade : '')}
      inputMode={field.kind === 'number' ? 'decimal' : undefined} autoComplete="off" spellCheck={false}
      onChange={(event) => write(event.target.value)} onBlur={leave}/>
  );
}
