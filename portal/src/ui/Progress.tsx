import styles from './Progress.module.css';

interface ProgressProps {
  /** What makes progress; for screen readers. */
  label: string;
  /** 0 to 1; absent if nobody knows. */
  value?: number;
  tone?: 'busy' | 'good' | 'bad';
}

export function Progress({label, value, tone = 'busy'}: ProgressProps) {
  return <progress className={styles.progress} data-tone={tone} aria-label={label} max={1} value={value}/>;
}
