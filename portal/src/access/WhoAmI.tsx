import {useQuery} from '@tanstack/react-query';
import {meQuery, serverQuery} from '../api/queries';
import {strings} from '../strings';
import {Button, ErrorState, Facts, Loading, Panel, When} from '../ui';
import {bytes} from '../ui/format';
import {leave} from './oidc';

const text = strings.access;

/** As whom one is signed in, and where. */
export function WhoAmI() {
  const {data: me, error, refetch} = useQuery(meQuery);
  const {data: server} = useQuery(serverQuery);
  if (!me) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Loading/>;
  }
  return (
    <>
      <Panel title={text.me} actions={<Button onClick={leave}>{strings.app.signOut}</Button>}>
        <Facts facts={[
          {name: text.name, value: me.name},
          {name: text.kind, value: text.kinds[me.kind]},
          {name: text.id, value: <code>{me.id}</code>},
          {name: text.role, value: strings.common.roles[me.role]},
          {name: text.may, value: text.mayDo[me.role]},
          {name: text.tenant, value: me.tenant === '*' ? text.allTenants : me.tenant},
          {name: text.expires, value: me.expiresAt ? <When at={me.expiresAt}/> : text.never},
        ]}/>
      </Panel>
      {server && (
        <Panel title={text.server}>
          <Facts facts={[
            {name: text.version, value: server.version},
            {name: text.largest, value: bytes(server.largestUploadBytes)},
          ]}/>
        </Panel>
      )}
    </>
  );
}
