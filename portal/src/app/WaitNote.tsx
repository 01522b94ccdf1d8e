import {useEffect, useState} from 'react';
import {useWait, type Wait} from '../api/waits';
import {strings} from '../strings';
import styles from './Shell.module.css';

const text = strings.app;

/** Why the page waits and until when; nothing while it does not. */
export function WaitNote() {
  const wait = useWait();
  return (
    <div role="status" className={styles.wait} data-shown={wait !== undefined || undefined}>
      {wait && <Words key={wait.until} wait={wait}/>}
    </div>
  );
}

function Words({wait: {reason, until}}: {wait: Wait}) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((until - now) / 1000);
  // Read out once, not every second.
  return <p>{text.waits[reason]} {seconds > 0 && <span aria-hidden="true">{text.tryingIn(seconds)}</span>}</p>;
}
