import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useLive} from '../../api/events';
import type {components} from '../../api/schema';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {Empty, ErrorState, Loading, Panel, StateBadge, When} from '../../ui';
import {logQuery} from '../data/queries';
import styles from './Log.module.css';

type Entry = components['schemas']['TitleLog']['entries'][number];

const text = strings.title.log;

/** What happened to the title lately, the newest first. */
export function Log({title}: {title: Title}) {
  const client = useQueryClient();
  const {data, error, refetch} = useQuery(logQuery(title.titleId));
  const read = () => void client.invalidateQueries({queryKey: logQuery(title.titleId).queryKey});
  useLive({
    onNotification: ({titleId}) => {
      if (titleId === title.titleId) {
        read();
      }
    },
    onConnected: read,
  });
  if (data === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Loading/>;
  }
  return (
    <Panel title={text.title}>
      {data.entries.length === 0
        ? <Empty title={text.empty} hint={text.emptyHint}/>
        : <ol className={styles.log}>{data.entries.toReversed().map((entry, index) => <Item key={data.entries.length - index} entry={entry}/>)}</ol>}
    </Panel>
  );
}

function Item({entry: {at, notification, deadLetter}}: {entry: Entry}) {
  const {task, attempt, step} = deadLetter?.task ? {...deadLetter.task} : {};
  const failure = notification?.failure ?? (deadLetter && {kind: deadLetter.kind, message: deadLetter.message});
  return (
    <li className={styles.entry}>
      <When at={at}/>
      <div className={styles.what}>
        {notification && <p><StateBadge phase={notification.phase}/> {text.run(notification.version, notification.run)}</p>}
        {deadLetter && (
          <p>{text.givenUp(step ?? deadLetter.source, task && `${task.kind} ${task.number + 1}`, attempt)} {deadLetter.workerId && text.by(deadLetter.workerId)}</p>
        )}
        {failure && <p className={styles.failure}>{failure.message} <code>{failure.kind}</code></p>}
      </div>
    </li>
  );
}
