import {useQuery} from '@tanstack/react-query';
import {serverQuery} from '../api/queries';
import {strings} from '../strings';
import {Button, Panel} from '../ui';
import {checkMaster, checkSidecar} from './checks';
import {faultsOf, type Draft} from './draft';
import {DraftCard} from './DraftCard';
import styles from './DraftList.module.css';
import {SettingsForm} from './SettingsForm';
import {uploads} from './store';
import {useValue} from '../api/Value';

const text = strings.upload;

function isReady(draft: Draft, largestBytes: number): boolean {
  const checks = [
    ...checkMaster(draft.file.size, draft.kind, largestBytes),
    ...draft.sidecars.flatMap(({file, kind}) => checkSidecar(file.size, kind, largestBytes)),
  ];
  return faultsOf(draft).length === 0 && !checks.some(({isBlocking}) => isBlocking);
}

/** What was dropped and is not on its way yet. */
export function DraftList() {
  const drafts = useValue(uploads.drafts);
  const {data: server} = useQuery(serverQuery);
  const largestBytes = server?.largestUploadBytes ?? Infinity;
  if (drafts.length === 0) {
    return null;
  }
  const ready = drafts.filter((draft) => isReady(draft, largestBytes));
  return (
    <Panel title={text.ready(ready.length)} actions={
      <Button kind="primary" disabled={ready.length === 0} onClick={() => uploads.start(ready)}>
        {text.uploadFiles(ready.length)}
      </Button>
    }>
      <div className={styles.list}>
        <SettingsForm/>
        {drafts.map((draft) => <DraftCard key={draft.id} draft={draft} largestBytes={largestBytes}/>)}
      </div>
    </Panel>
  );
}
