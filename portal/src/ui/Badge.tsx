import type {ReactNode} from 'react';
import styles from './Badge.module.css';
import {classes} from './classes';

/** What a state means: resting, at work, well, needs a person, failed. */
export type Tone = 'quiet' | 'busy' | 'good' | 'warn' | 'bad';

export function Badge({tone = 'quiet', children}: {tone?: Tone; children: ReactNode}) {
  return <span className={classes(styles.badge, styles[tone])}>{children}</span>;
}
