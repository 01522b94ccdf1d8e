import {Icon} from '../ui';
import type {Check} from './checks';
import styles from './CheckList.module.css';

export function CheckList({checks}: {checks: readonly Check[]}) {
  return checks.length === 0 ? null : (
    <ul className={styles.checks} role="status">
      {checks.map(({isBlocking, text}) => (
        <li key={text} data-blocking={isBlocking || undefined}><Icon name="alert"/>{text}</li>
      ))}
    </ul>
  );
}
