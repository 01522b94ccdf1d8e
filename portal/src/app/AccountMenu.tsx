import {useLocation} from 'wouter';
import {signOut} from '../api/session';
import {strings} from '../strings';
import {Icon, Menu} from '../ui';

export function AccountMenu() {
  const [, go] = useLocation();
  const {account, access} = strings.app;
  return (
    <Menu label={account} items={[
      {label: access, onSelect: () => go('/access')},
      {label: strings.app.signOut, onSelect: signOut},
    ]}>
      <Icon name="user"/>
    </Menu>
  );
}
