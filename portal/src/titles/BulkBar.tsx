import {useQuery} from '@tanstack/react-query';
import {useState, type ReactNode} from 'react';
import {meQuery} from '../api/queries';
import {isAtLeast} from '../api/roles';
import type {Title} from '../api/types';
import {strings} from '../strings';
import {Button} from '../ui';
import {ActionConfirm} from './ActionConfirm';
import {ACTIONS, fitsAction, RULES, type TitleAction} from './actions';
import styles from './BulkBar.module.css';
import {needsConfirmation} from './useActions';

const text = strings.titles;

interface BulkBarProps {
  titles: readonly Title[];
  onAct: (action: TitleAction, titles: readonly Title[]) => void;
  onClear: () => void;
  /** Offers to choose more. */
  children?: ReactNode;
}

/** What can be done with all that is selected; each button says for how many it makes sense. */
export function BulkBar({titles, onAct, onClear, children}: BulkBarProps) {
  const {data: me} = useQuery(meQuery);
  const [asked, setAsked] = useState<TitleAction>();
  const fitting = (action: TitleAction) => titles.filter((title) => fitsAction(title, action));
  const begin = (action: TitleAction) => {
    setAsked(undefined);
    onAct(action, fitting(action));
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={text.selected(titles.length)}>
      <span className={styles.count} role="status">{text.selected(titles.length)}</span>
      {children}
      {ACTIONS.map((action) => ({action, number: fitting(action).length})).filter(({number}) => number > 0).map(({action, number}) => (
        <Button key={action} kind={action === 'delete' ? 'danger' : 'plain'}
          disabled={me !== undefined && !isAtLeast(me.role, RULES[action].role)}
          onClick={() => (needsConfirmation(action) ? setAsked(action) : begin(action))}>
          {text.actions[action]} {number !== titles.length && `(${number})`}
        </Button>
      ))}
      <Button kind="quiet" onClick={onClear}>{text.clear}</Button>
      {asked && (
        <ActionConfirm action={asked} number={fitting(asked).length} onClose={() => setAsked(undefined)}
          onConfirm={() => begin(asked)}/>
      )}
    </div>
  );
}
