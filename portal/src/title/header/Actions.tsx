import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {useLocation} from 'wouter';
import {meQuery} from '../../api/queries';
import {isAtLeast} from '../../api/roles';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {EditTitle} from '../../edit/EditTitle';
import {Button, ConfirmDialog, Icon, Menu} from '../../ui';
import {actionsFor, isDestructive, isMain, type Action} from './actionsFor';
import {EncodeAgain} from './EncodeAgain';
import {Schedule} from './Schedule';
import {useWish} from './useWishes';

const text = strings.title.actions;

/** What can be done to the title now. The main things are buttons, the rest is in a menu. */
export function Actions({title}: {title: Title}) {
  const {data: me} = useQuery(meQuery);
  const [asked, setAsked] = useState<Action>();
  const offered = me ? actionsFor(title, (least) => isAtLeast(me.role, least)) : [];
  const main = offered.filter(isMain);
  const more = offered.filter((action) => !isMain(action));
  const close = () => setAsked(undefined);
  return (
    <>
      {main.map((action, index) => (
        <Button key={action} kind={isDestructive(action) ? 'danger' : index === 0 ? 'primary' : 'plain'} onClick={() => setAsked(action)}>
          {text[action].name}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu label={strings.common.more} kind="plain" items={more.map((action) => ({
          label: text[action].name, danger: isDestructive(action), onSelect: () => setAsked(action),
        }))}>
          <Icon name="more"/>
        </Menu>
      )}
      {asked === 'encodeAgain' && <EncodeAgain title={title} onClose={close}/>}
      {(asked === 'schedule' || asked === 'publish') && <Schedule title={title} onClose={close}/>}
      {asked === 'edit' && <EditTitle title={title} onClose={close}/>}
      {asked && isConfirmed(asked) && <Confirm title={title} action={asked} onClose={close}/>}
    </>
  );
}

type Confirmed = Exclude<Action, 'edit' | 'encodeAgain' | 'schedule' | 'publish'>;

/** Whether it is only asked for once more; all else has a dialog of its own. */
function isConfirmed(action: Action): action is Confirmed {
  return !['edit', 'encodeAgain', 'schedule', 'publish'].includes(action);
}

/** Says what will happen before it does. */
function Confirm({title, action, onClose}: {title: Title; action: Confirmed; onClose: () => void}) {
  const [, navigate] = useLocation();
  const wish = useWish(title.titleId, ({kind}) => {
    onClose();
    if (kind === 'delete') {
      navigate('/titles');
    }
  });
  return (
    <ConfirmDialog title={text[action].ask} action={text[action].name} danger={isDestructive(action)} busy={wish.isPending}
      onConfirm={() => wish.mutate({kind: action})} onClose={onClose}>
      <p><strong>{title.name}</strong></p>
      <p>{text[action].means}</p>
    </ConfirmDialog>
  );
}
