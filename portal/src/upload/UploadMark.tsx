import {useEffect} from 'react';
import {useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import {meQuery} from '../api/queries';
import {strings} from '../strings';
import {Badge} from '../ui';
import {percent} from '../ui/format';
import {uploads} from './store';
import {sentBytes, totalBytes, type Transfer} from './transfer';
import styles from './UploadMark.module.css';
import {useValue} from '../api/Value';

const text = strings.upload;

function shareOf(transfers: readonly Transfer[]): number {
  const sum = (size: (transfer: Transfer) => number) => transfers.reduce((all, each) => all + size(each), 0);
  return sum(sentBytes) / sum(totalBytes);
}

/** Shows on every page that uploads are under way, and binds them to who is signed in. */
export function UploadMark() {
  const {data: me} = useQuery(meQuery);
  const id = me?.id;
  useEffect(() => {
    if (id !== undefined) {
      uploads.begin(id);
    }
  }, [id]);
  useEffect(() => () => uploads.end(), []);
  const under = useValue(uploads.transfers).filter(({state}) => state !== 'done');
  if (under.length === 0) {
    return null;
  }
  const needsYou = under.some(({state}) => state === 'detached' || state === 'failed');
  return (
    <Link href="/upload" aria-label={text.busy(under.length)}>
      <Badge tone={needsYou ? 'warn' : 'busy'}><span className={styles.word}>{text.pageTitle}</span> {percent(shareOf(under))}</Badge>
    </Link>
  );
}
