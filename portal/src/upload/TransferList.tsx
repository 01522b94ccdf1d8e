import {strings} from '../strings';
import {Panel} from '../ui';
import styles from './DraftList.module.css';
import {StartAll} from './StartAll';
import {uploads} from './store';
import {TransferCard} from './TransferCard';
import {useValue} from '../api/Value';

/** What is on its way, and what became of what arrived. */
export function TransferList() {
  const transfers = useValue(uploads.transfers);
  const titleIds = transfers.flatMap(({titleId}) => titleId ?? []);
  return transfers.length === 0 ? null : (
    <Panel title={strings.upload.transfers} actions={<StartAll titleIds={titleIds}/>}>
      <div className={styles.list}>
        {transfers.map((transfer) => <TransferCard key={transfer.id} transfer={transfer}/>)}
      </div>
    </Panel>
  );
}
