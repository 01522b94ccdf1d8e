import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {useMay} from '../../api/roles';
import type {Finding, Title} from '../../api/types';
import {EditTitle} from '../../edit/EditTitle';
import {strings} from '../../strings';
import {Button, Empty, ErrorState, Facts, Loading, Panel, type Fact} from '../../ui';
import {bytes} from '../../ui/format';
import {inspectionQuery} from '../data/queries';
import {fileWords, holdings} from './describe';
import {PlanPanel} from './PlanPanel';
import styles from './Master.module.css';

const text = strings.title.master;

/** What the master holds and what was decided to do with it. */
export function Master({title}: {title: Title}) {
  const {data, error, refetch} = useQuery(inspectionQuery(title));
  const [isEditing, setEditing] = useState(false);
  const mayEdit = useMay('editor') && title.phase === 'AWAITING_START';
  return (
    <div className={styles.page}>
      <Panel title={text.title} actions={mayEdit && <Button onClick={() => setEditing(true)}>{strings.edit.correct}</Button>}>
        {data ? (
          <div className={styles.two}>
            <Facts facts={[
              {name: text.file, value: title.fileName},
              {name: text.container, value: fileWords(data)},
              {name: text.size, value: bytes(data.master.sizeBytes)},
              ...holdings(data),
              {name: text.checksum, value: <code>{data.master.sha256}</code>},
              ...Object.entries(title.metadata).map(([name, value]): Fact => ({name, value})),
            ]}/>
            <Findings findings={data.findings}/>
          </div>
        ) : missing(error, title, () => void refetch())}
      </Panel>
      <PlanPanel title={title}/>
      {isEditing && <EditTitle title={title} onClose={() => setEditing(false)}/>}
    </div>
  );
}

function missing(error: unknown, title: Title, retry: () => void) {
  if (!error) {
    return <Loading/>;
  }
  return title.masterSummary === ''
    ? <Empty title={text.notRead} hint={title.phase === 'FAILED' ? text.notReadFailed : text.notReadYet}/>
    : <ErrorState error={error} onRetry={retry}/>;
}

/** Warnings first: they are what people must look at. */
export function Findings({findings}: {findings: readonly Finding[]}) {
  const sorted = [...findings].sort((one, other) => Number(other.severity === 'WARNING') - Number(one.severity === 'WARNING'));
  if (sorted.length === 0) {
    return <p>{text.noFindings}</p>;
  }
  return (
    <ul className={styles.findings}>
      {sorted.map(({code, severity, message}) => (
        <li key={code + message} data-severity={severity}>
          <span className={styles.severity}>{text.severities[severity]}</span>
          <span>{message} <code>{code}</code></span>
        </li>
      ))}
    </ul>
  );
}
