import {strings} from '../strings';
import {Icon, IconButton, Select, TextInput} from '../ui';
import {bytes} from '../ui/format';
import {checkMaster} from './checks';
import {CheckList} from './CheckList';
import {faultsOf, type Draft} from './draft';
import styles from './DraftCard.module.css';
import {DraftDetails} from './DraftDetails';
import {uploads} from './store';
import {useValue} from '../api/Value';

const text = strings.upload;

/** One file with what people say about it. */
export function DraftCard({draft, largestBytes}: {draft: Draft; largestBytes: number}) {
  const {id, file, path, kind, name, sidecars} = draft;
  const faults = faultsOf(draft);
  const checks = checkMaster(file.size, kind, largestBytes);
  const isRefused = checks.some(({isBlocking}) => isBlocking);
  return (
    <article className={styles.card} aria-label={file.name}>
      <div className={styles.top}>
        <Icon name="file"/>
        <div className={styles.file}>
          <p className={styles.path} title={path}>{path}</p>
          <p className={styles.facts}>
            {bytes(file.size)} · {kind.name ?? text.unknown}
            {sidecars.length > 0 && ` · ${sidecars.map((sidecar) => sidecar.language || sidecar.file.name).join(', ')}`}
          </p>
        </div>
        <IconButton label={text.removeFile(file.name)} onClick={() => uploads.removeDraft(id)}><Icon name="close"/></IconButton>
      </div>
      <CheckList checks={checks}/>
      {(kind.use === 'text' || kind.use === 'sound') && <BelongsTo draft={draft}/>}
      {!isRefused && (
        <>
          <TextInput aria-label={text.nameOf(file.name)} value={name} maxLength={200} aria-invalid={faults.includes('name') || undefined}
            onChange={(event) => uploads.change(id, {name: event.target.value})}/>
          <CheckList checks={faults.map((fault) => ({isBlocking: true, text: text.faults[fault]}))}/>
          <details className={styles.details}>
            <summary>{text.details}</summary>
            <DraftDetails draft={draft} largestBytes={largestBytes}/>
          </details>
        </>
      )}
    </article>
  );
}

/** Makes sound or subtitles a sidecar of another file. */
function BelongsTo({draft}: {draft: Draft}) {
  const masters = useValue(uploads.drafts).filter(({kind}) => kind.use === 'master' || kind.use === 'unknown');
  const choices = masters.map(({id, file}) => ({value: id, label: file.name}));
  return choices.length === 0 ? null : (
    <Select aria-label={`${text.belongsTo}: ${draft.file.name}`} className={styles.belongs} value=""
      choices={[{value: '', label: text.belongsTo}, ...choices]} onChoose={(master) => uploads.join(draft.id, master)}/>
  );
}
