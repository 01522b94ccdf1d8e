import {useId, type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes} from 'react';
import {classes} from './classes';
import styles from './inputs.module.css';

export function TextInput({className, type = 'text', ...rest}: InputHTMLAttributes<HTMLInputElement>) {
  return <input {...rest} type={type} className={classes(styles.input, className)}/>;
}

export function TextArea({className, ...rest}: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea {...rest} className={classes(styles.input, styles.area, className)}/>;
}

export interface Choice<V extends string> {
  value: V;
  label: string;
}

interface SelectProps<V extends string> extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  value: V;
  choices: readonly Choice<V>[];
  onChoose: (value: V) => void;
}

export function Select<V extends string>({value, choices, onChoose, className, ...rest}: SelectProps<V>) {
  return (
    <select {...rest} value={value} className={classes(styles.input, className)}
      onChange={(event) => onChoose(event.target.value as V)}>
      {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
    </select>
  );
}

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: string;
  hint?: string;
}

export function Checkbox({label, hint, ...rest}: CheckboxProps) {
  const id = useId();
  return (
    <div className={styles.check}>
      <input {...rest} type="checkbox" id={id} aria-describedby={hint && `${id}-hint`}/>
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`} className={styles.checkHint}>{hint}</p>}
    </div>
  );
}
