import {strings} from '../strings';
import {Button, Progress} from '../ui';
import styles from './BulkBar.module.css';

interface ProgressBarProps {
  words: string;
  at: number;
  of: number;
  onStop: () => void;
}

/** In place of the bar of actions while something is done with many titles. */
export function ProgressBar({words, at, of, onStop}: ProgressBarProps) {
  return (
    <div className={styles.bar}>
      <span className={styles.progress}>{words}</span>
      <Progress label={words} value={at / of}/>
      <Button onClick={onStop}>{strings.titles.stop}</Button>
    </div>
  );
}
