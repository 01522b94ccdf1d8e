import {strings} from '../strings';
import {IconButton} from './Button';
import {explain} from './ErrorState';
import {Icon} from './Icon';
import styles from './Toasts.module.css';
import {dismiss, toast, useToasts} from './notices';

export function toastError(error: unknown) {
  const {message, code, advice} = explain(error);
  toast('bad', message, code ? `${code}: ${advice}` : advice);
}

/** Stands once, in the shell. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div className={styles.stack} role="status" aria-live="polite">
      {toasts.map(({id, tone, text, detail}) => (
        <div key={id} className={styles.toast} data-tone={tone}>
          <Icon name={tone === 'good' ? 'check' : 'alert'}/>
          <div>
            <p>{text}</p>
            {detail && <p className={styles.detail}>{detail}</p>}
          </div>
          <IconButton label={strings.common.dismiss} onClick={() => dismiss(id)}><Icon name="close"/></IconButton>
        </div>
      ))}
    </div>
  );
}
