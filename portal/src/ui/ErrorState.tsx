import {ApiError} from '../api/ApiError';
import {strings} from '../strings';
import {Button} from './Button';
import styles from './ErrorState.module.css';
import {Icon} from './Icon';

/** An error as people need it: what happened, its code, what to do. */
export interface Explained {
  message: string;
  code: string | undefined;
  advice: string;
}

export function explain(error: unknown): Explained {
  if (error instanceof ApiError) {
    return {message: error.message, code: error.code, advice: error.advice};
  }
  const message = error instanceof Error ? error.message : String(error);
  return {message: `${strings.common.unexpected} ${message}`, code: undefined, advice: strings.common.unexpectedAdvice};
}

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

export function ErrorState({error, onRetry}: ErrorStateProps) {
  const {message, code, advice} = explain(error);
  return (
    <div className={styles.error} role="alert">
      <Icon name="alert"/>
      <div>
        <p className={styles.message}>{message} {code && <code>{code}</code>}</p>
        <p>{advice}</p>
      </div>
      {onRetry && <Button onClick={onRetry}>{strings.common.tryAgain}</Button>}
    </div>
  );
}
