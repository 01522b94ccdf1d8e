import {Link} from 'wouter';
import type {DeadLetter} from '../api/types';
import {strings} from '../strings';
import {Button, Facts, Table, When, type Column} from '../ui';
import styles from './Operations.module.css';
import {subjectOf, workOf} from './taskWords';

const text = strings.operations;

interface DeadLetterTableProps {
  letters: readonly DeadLetter[];
  mayReplay: boolean;
  chosen: ReadonlySet<string>;
  onSelect: (ids: readonly string[], isChosen: boolean) => void;
  onReplay: (letter: DeadLetter) => void;
}

export function DeadLetterTable({letters, mayReplay, chosen, onSelect, onReplay}: DeadLetterTableProps) {
  const ids = letters.map(({id}) => id);
  const choice: Column<DeadLetter> = {
    key: 'choice',
    head: (
      <input type="checkbox" className={styles.checkbox} aria-label={text.selectAll}
        checked={ids.length > 0 && ids.every((id) => chosen.has(id))}
        onChange={(event) => onSelect(ids, event.target.checked)}/>
    ),
    cell: (letter) => (
      <input type="checkbox" className={styles.checkbox} aria-label={text.select(subjectOf(letter))} checked={chosen.has(letter.id)}
        onChange={(event) => onSelect([letter.id], event.target.checked)}/>
    ),
  };
  const action: Column<DeadLetter> = {
    key: 'action',
    head: <span className="visually-hidden">{text.replay}</span>,
    // On a phone, ticking does.
    wideOnly: true,
    cell: (letter) => <Button onClick={() => onReplay(letter)}>{text.replay}</Button>,
  };
  const columns = mayReplay ? [choice, ...COLUMNS, action] : COLUMNS;
  return <Table caption={text.deadLetters} columns={columns} rows={letters} rowKey={({id}) => id}/>;
}

const COLUMNS: readonly Column<DeadLetter>[] = [
  {key: 'when', head: text.when, wideOnly: true, cell: ({at}) => <When at={at}/>},
  {key: 'what', head: text.what, cell: (letter) => <What {...letter}/>},
  {key: 'kind', head: text.kind, wideOnly: true, cell: ({kind}) => <code>{kind}</code>},
  {key: 'message', head: text.message, cell: (letter) => <Message {...letter}/>},
];

function What(letter: DeadLetter) {
  const titleId = letter.task?.titleId;
  return (
    <>
      {titleId && <div className={styles.id}><Link href={`/titles/${titleId}`}>{titleId}</Link></div>}
      <div className={styles.dim}>{workOf(letter)}</div>
    </>
  );
}

function Message({message, kind, tenant, workerId, source, payload, replay, at}: DeadLetter) {
  const facts = [
    {name: text.when, value: <When at={at}/>},
    {name: text.kind, value: <code>{kind}</code>},
    {name: text.tenant, value: tenant},
    {name: text.workerId, value: workerId && <code>{workerId}</code>},
    {name: text.source, value: source && <code>{source}</code>},
    {name: text.payload, value: payload && <pre className={styles.payload}>{payload}</pre>},
    {name: text.command, value: replay && <code>{replay}</code>},
  ];
  return (
    <div className={styles.message}>
      <p>{message}</p>
      <details className={styles.details}>
        <summary>{text.details}</summary>
        <Facts facts={facts.filter(({value}) => value)}/>
      </details>
    </div>
  );
}
