import {useEffect, useState} from 'react';
import {strings} from '../strings';

/** Counts down to the next try. */
export function RetryNote({at}: {at: number}) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <p>{strings.upload.retryIn(Math.max(0, Math.ceil((at - now) / 1000)))}</p>;
}
