import {memo, useState} from 'react';
import type {Title} from '../api/types';
import {strings} from '../strings';
import {IconButton, Icon} from '../ui';
import {ActionMenu} from './ActionMenu';

/** Opens its menu only when asked: rows must be light. */
export const RowMenu = memo(function RowMenu({title}: {title: Title}) {
  const [isAsked, setAsked] = useState(false);
  return isAsked
    ? <ActionMenu title={title} isOpenAtFirst/>
    : (
      <IconButton label={strings.titles.actionsOf(title.name)} aria-haspopup="menu" onClick={() => setAsked(true)}>
        <Icon name="more"/>
      </IconButton>
    );
});
