import {Link} from 'wouter';
import {strings} from '../strings';
import {Button, Dialog, explain} from '../ui';
import styles from './BulkBar.module.css';
import {reasonsOf, type BulkResult, type Reason} from './bulk';

const text = strings.titles;
const MOST_NAMES = 50;

/** Which titles of many could not be changed, and why. */
export function BulkFailures({result, onClose}: {result: BulkResult; onClose: () => void}) {
  const {done, failed, left} = result;
  const reasons = reasonsOf(failed, (error) => Object.values(explain(error)).join('\n'));
  return (
    <Dialog title={text.bulkFailed(failed.length)} onClose={onClose} actions={
      <Button kind="primary" onClick={onClose}>{strings.common.close}</Button>
    }>
      <p>{text.bulkOutcome(done.length, left.length)}</p>
      {reasons.map((reason) => <ReasonItem key={reason.titles[0]?.titleId} reason={reason}/>)}
    </Dialog>
  );
}

function ReasonItem({reason: {error, titles}}: {reason: Reason}) {
  const {message, code, advice} = explain(error);
  const more = titles.length - MOST_NAMES;
  return (
    <section className={styles.reason}>
      <p><strong>{text.titlesOf(titles.length)}:</strong> {message} {code && <code>{code}</code>}</p>
      <p className={styles.advice}>{advice}</p>
      <ul className={styles.names} tabIndex={0} aria-label={text.titlesOf(titles.length)}>
        {titles.slice(0, MOST_NAMES).map(({titleId, name}) => (
          <li key={titleId}><Link href={`/titles/${titleId}`}>{name}</Link></li>
        ))}
        {more > 0 && <li>{text.andMore(more)}</li>}
      </ul>
    </section>
  );
}
