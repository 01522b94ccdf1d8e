import {Link} from 'wouter';
import type {Queue} from '../api/types';
import {strings} from '../strings';
import {Table, type Column} from '../ui';
import {count} from '../ui/format';
import styles from './Operations.module.css';

const text = strings.operations;
const SHOWN = 10;

type Waiting = Queue['waiting'][number];

const TITLE_COLUMNS: readonly Column<Waiting>[] = [
  {key: 'position', head: text.position, numeric: true, cell: ({position}) => count(position)},
  {key: 'title', head: text.title, cell: ({titleId, name}) => <Link href={`/titles/${titleId}`}>{name}</Link>},
  {key: 'tenant', head: text.tenant, wideOnly: true, cell: ({tenant}) => tenant},
  {key: 'lane', head: text.lane, cell: ({lane}) => text.lanes[lane]},
];

/** The titles that come next. */
export function WaitingTitles({waiting}: {waiting: readonly Waiting[]}) {
  return (
    <div className={styles.stack}>
      <Table caption={text.waitingTitles} columns={TITLE_COLUMNS} rows={waiting.slice(0, SHOWN)} rowKey={({titleId}) => titleId}/>
      {waiting.length > SHOWN && <p className={styles.dim}>{text.andMore(waiting.length - SHOWN)}</p>}
    </div>
  );
}
