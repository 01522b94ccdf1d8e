import {useLocation} from 'wouter';
import {leave} from '../access/oidc';
import {strings} from '../strings';
import {Icon, Menu} from '../ui';

export function AccountMenu() {
  const [, go] = useLocation();
  const {account, access} = strings.app;
  return (
    <Menu label={account} items={[
      {label: access, onSelect: () => go('/access')},
      {label: strings.app.signOut, onSelect: leave},
    ]}>
      <Icon name="user"/>
    </Menu>
  );
}
