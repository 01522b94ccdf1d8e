import type {ReactNode} from 'react';
import styles from './Empty.module.css';

interface EmptyProps {
  title: string;
  hint?: string;
  /** What to do about it. */
  children?: ReactNode;
}

/** Stands where there is nothing to show, and says how something comes there. */
export function Empty({title, hint, children}: EmptyProps) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
