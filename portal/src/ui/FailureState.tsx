import type {Failure} from '../api/types';
import {explanationOf} from '../strings/failures';
import styles from './ErrorState.module.css';
import {Icon} from './Icon';

/** Why a title failed or is held, with its code and what to do. */
export function FailureState({failure}: {failure: Failure}) {
  const {kind, message} = failure;
  const {advice} = explanationOf(kind);
  return (
    <div className={styles.error}>
      <Icon name="alert"/>
      <div>
        <p className={styles.message}>{message} <code>{kind}</code></p>
        <p>{advice}</p>
      </div>
    </div>
  );
}
