import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {Link} from 'wouter';
import {apiKeysQuery, auditQuery} from '../api/queries';
import type {AuditEntry} from '../api/types';
import {strings} from '../strings';
import {Badge, Empty, ErrorState, Loading, Panel, Table, TextInput, When} from '../ui';
import {AdminsOnly} from './AdminsOnly';
import styles from './AuditLog.module.css';

const text = strings.access;
/** More rows than anybody reads make the page slow. */
const MOST_ROWS = 200;

export function AuditLog() {
  return <AdminsOnly><Log/></AdminsOnly>;
}

function wordsFor(operation: string): string {
  return text.operations[operation] ?? operation;
}

function Log() {
  const {data, error, refetch} = useQuery(auditQuery);
  const {data: keyList} = useQuery(apiKeysQuery);
  const [search, setSearch] = useState('');
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Loading/>;
  }
  const names = new Map(keyList?.keys.map(({id, name}) => [id, name]));
  const found = data.entries.filter((entry) => isFound(entry, names.get(entry.keyId) ?? '', search));
  return (
    <Panel title={text.audit} actions={
      <TextInput className={styles.search} type="search" aria-label={text.search} placeholder={text.search} value={search}
        onChange={({target}) => setSearch(target.value)}/>
    }>
      <p className={styles.hint}>{text.auditHint}</p>
      {found.length === 0
        ? <Empty title={search ? text.noneFits : text.noEntries} hint={search ? text.noneFitsHint : text.noEntriesHint}/>
        : <Entries entries={found.slice(0, MOST_ROWS)} names={names}/>}
    </Panel>
  );
}

function isFound(entry: AuditEntry, name: string, search: string): boolean {
  const {keyId, operation, subject, outcome, remoteAddress, tenant} = entry;
  const all = [keyId, name, operation, wordsFor(operation), subject, outcome, remoteAddress, tenant].join('\n').toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => all.includes(word));
}

function Entries({entries, names}: {entries: readonly AuditEntry[]; names: ReadonlyMap<string, string>}) {
  return (
    <Table caption={text.audit} rows={entries} rowKey={({id}) => id} columns={[
      {key: 'at', head: text.when, cell: ({at}) => <When at={at}/>},
      {key: 'who', head: text.who, cell: ({keyId}) => <span title={keyId}>{names.get(keyId) ?? keyId}</span>, wideOnly: true},
      {key: 'what', head: text.what, cell: (entry) => (
        <>
          <span title={entry.operation}>{wordsFor(entry.operation)}</span>
          <span className={styles.narrow}>{names.get(entry.keyId) ?? entry.keyId} <Subject entry={entry}/></span>
        </>
      )},
      {key: 'about', head: text.about, cell: (entry) => <Subject entry={entry}/>, wideOnly: true},
      {key: 'outcome', head: text.outcome, cell: ({outcome}) => (
        <Badge tone={outcome === 'done' ? 'good' : 'bad'}>{outcome === 'done' ? text.ok : outcome}</Badge>
      )},
      {key: 'from', head: text.from, cell: ({remoteAddress}) => remoteAddress, wideOnly: true},
    ]}/>
  );
}

function Subject({entry: {operation, subject}}: {entry: AuditEntry}) {
  const isTitle = /Title$|Version$|Trial$|^completeUpload$|^tusPatch$/.test(operation) && /^[a-z0-9-]{1,64}$/.test(subject);
  return isTitle ? <Link href={`/titles/${subject}`}><code>{subject}</code></Link> : <code>{subject}</code>;
}
