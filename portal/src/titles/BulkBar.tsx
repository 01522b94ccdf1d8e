import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {meQuery} from '../api/queries';
import {isAtLeast} from '../api/roles';
import type {Title} from '../api/types';
import {strings} from '../strings';
import {Button} from '../ui';
import {ActionConfirm} from './ActionConfirm';
import {ACTIONS, fitsAction, RULES, type TitleAction} from './actions';
import styles from './BulkBar.module.css';
import {needsConfirmation, useActions} from './useActions';

const text = strings.titles;

/** What can be done with all that is selected; each button says for how many it makes sense. */
export function BulkBar({titles, onClear}: {titles: readonly Title[]; onClear: () => void}) {
  const {data: me} = useQuery(meQuery);
  const {run, at} = useActions();
  const [asked, setAsked] = useState<TitleAction>();
  const fitting = (action: TitleAction) => titles.filter((title) => fitsAction(title, action));
  const begin = async (action: TitleAction) => {
    setAsked(undefined);
    await run(action, fitting(action));
    onClear();
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={text.selected(titles.length)}>
      <span className={styles.count} role="status">
        {at === undefined ? text.selected(titles.length) : text.bulkProgress(at, titles.length)}
      </span>
      {ACTIONS.map((action) => ({action, number: fitting(action).length})).filter(({number}) => number > 0).map(({action, number}) => (
        <Button key={action} kind={action === 'delete' ? 'danger' : 'plain'} busy={at !== undefined}
          disabled={me !== undefined && !isAtLeast(me.role, RULES[action].role)}
          onClick={() => (needsConfirmation(action) ? setAsked(action) : void begin(action))}>
          {text.actions[action]} {number !== titles.length && `(${number})`}
        </Button>
      ))}
      <Button kind="quiet" onClick={onClear}>{text.clear}</Button>
      {asked && (
        <ActionConfirm action={asked} number={fitting(asked).length} onClose={() => setAsked(undefined)}
          onConfirm={() => void begin(asked)}/>
      )}
    </div>
  );
}
