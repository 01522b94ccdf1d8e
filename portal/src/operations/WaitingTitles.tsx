import {Link} from 'wouter';
import type {Queue} from '../api/types';
import {strings} from '../strings';
import {Table, type Column} from '../ui';
import {count} from '../ui/format';
import styles from './Operations.module.css';
import {byTenant, LANES, type TenantLoad} from './tenants';

const text = strings.operations;
const SHOWN = 10;

type Waiting = Queue['waiting'][number];

const TENANT_COLUMNS: readonly Column<TenantLoad>[] = [
  {key: 'tenant', head: text.tenant, cell: ({tenant}) => tenant},
  ...LANES.map((lane): Column<TenantLoad> => ({
    key: lane, head: text.lanes[lane], numeric: true, cell: ({lanes}) => count(lanes[lane]),
  })),
  {key: 'total', head: text.total, numeric: true, cell: ({total}) => count(total)},
  {key: 'next', head: text.next, numeric: true, cell: ({next}) => count(next)},
];

const TITLE_COLUMNS: readonly Column<Waiting>[] = [
  {key: 'position', head: text.position, numeric: true, cell: ({position}) => count(position)},
  {key: 'title', head: text.title, cell: ({titleId, name}) => <Link href={`/titles/${titleId}`}>{name}</Link>},
  {key: 'tenant', head: text.tenant, wideOnly: true, cell: ({tenant}) => tenant},
  {key: 'lane', head: text.lane, cell: ({lane}) => text.lanes[lane]},
];

/** How much each tenant waits for, and the titles that come next. */
export function WaitingTitles({waiting}: {waiting: readonly Waiting[]}) {
  return (
    <div className={styles.stack}>
      <Table caption={text.byTenant} columns={TENANT_COLUMNS} rows={byTenant(waiting)} rowKey={({tenant}) => tenant}/>
      <Table caption={text.waitingTitles} columns={TITLE_COLUMNS} rows={waiting.slice(0, SHOWN)} rowKey={({titleId}) => titleId}/>
      {waiting.length > SHOWN && <p className={styles.dim}>{text.andMore(waiting.length - SHOWN)}</p>}
    </div>
  );
}
