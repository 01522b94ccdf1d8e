import {strings} from '../strings';
import styles from './Loading.module.css';
import {Progress} from './Progress';

/** Shown a moment late, so that quick answers do not flicker. */
export function Loading() {
  return (
    <div className={styles.loading} role="status">
      <span>{strings.common.loading}</span>
      <Progress label={strings.common.loading}/>
    </div>
  );
}
