import {useId, type ReactNode} from 'react';
import styles from './Field.module.css';

export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: string;
  hint?: string;
  error?: string;
  /** Draws the input; it must take the ids that it is given. */
  children: (ids: FieldIds) => ReactNode;
}

/** An input with its name, what it is for, and what is wrong with it. */
export function Field({label, hint, error, children}: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>{label}</label>
      {children({id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined})}
      {hint && <p id={`${id}-hint`} className={styles.hint}>{hint}</p>}
      {error && <p id={`${id}-error`} className={styles.error}>{error}</p>}
    </div>
  );
}
