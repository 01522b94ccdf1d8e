import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {meQuery} from '../api/queries';
import {isAtLeast} from '../api/roles';
import type {Title} from '../api/types';
import {strings} from '../strings';
import {Icon, Menu} from '../ui';
import {ACTIONS, fitsAction, RULES, type TitleAction} from './actions';
import {ActionConfirm} from './ActionConfirm';
import {needsConfirmation, useActions} from './useActions';

interface ActionMenuProps {
  title: Title;
  isOpenAtFirst?: boolean;
}

/** What can be done with one title. */
export function ActionMenu({title, isOpenAtFirst = false}: ActionMenuProps) {
  const {data: me} = useQuery(meQuery);
  const {run} = useActions();
  const [asked, setAsked] = useState<TitleAction>();
  const items = ACTIONS.filter((action) => fitsAction(title, action)).map((action) => ({
    label: strings.titles.actions[action],
    danger: action === 'delete',
    disabled: me !== undefined && !isAtLeast(me.role, RULES[action].role),
    onSelect: () => (needsConfirmation(action) ? setAsked(action) : void run(action, [title])),
  }));
  return (
    <>
      <Menu label={strings.titles.actionsOf(title.name)} items={items} isOpenAtFirst={isOpenAtFirst}><Icon name="more"/></Menu>
      {asked && (
        <ActionConfirm action={asked} number={1} onClose={() => setAsked(undefined)} onConfirm={() => {
          setAsked(undefined);
          void run(asked, [title]);
        }}/>
      )}
    </>
  );
}
