import type {ReactNode} from 'react';
import {useMay} from '../api/roles';
import {strings} from '../strings';
import {Empty} from '../ui';

/** Says so to those who may not see something, instead of asking the server in vain. */
export function AdminsOnly({children}: {children: ReactNode}) {
  const {adminsOnly, adminsOnlyHint} = strings.access;
  return useMay('admin') ? children : <Empty title={adminsOnly} hint={adminsOnlyHint}/>;
}
