import type {Finding} from '../api/types';
import {strings} from '../strings';
import {Icon} from '../ui';
import styles from './FindingList.module.css';

/** Warnings first. */
export function FindingList({findings}: {findings: readonly Finding[]}) {
  if (findings.length === 0) {
    return <p className={styles.none}>{strings.upload.noFindings}</p>;
  }
  const sorted = [...findings].sort((one, other) => other.severity.localeCompare(one.severity));
  return (
    <ul className={styles.findings}>
      {sorted.map(({code, severity, message}) => (
        <li key={code + message} data-severity={severity}>
          <Icon name={severity === 'WARNING' ? 'alert' : 'check'}/>
          <span>{message} <code>{code}</code></span>
        </li>
      ))}
    </ul>
  );
}
