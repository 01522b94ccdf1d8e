import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {api, call} from '../api/client';
import {apiKeysQuery, keys as cacheKeys, meQuery} from '../api/queries';
import type {Key} from '../api/types';
import {strings} from '../strings';
import {Badge, Button, ConfirmDialog, ErrorState, Loading, Panel, Table, toast, toastError, When} from '../ui';
import {AdminsOnly} from './AdminsOnly';
import {NewKey} from './NewKey';

const text = strings.access;

export function Keys() {
  return <AdminsOnly><KeyList/></AdminsOnly>;
}

function KeyList() {
  const {data, error, refetch} = useQuery(apiKeysQuery);
  const [isMaking, setMaking] = useState(false);
  const [asked, setAsked] = useState<Key>();
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Loading/>;
  }
  return (
    <>
      <Panel title={text.keysOf(data.keys.length)} actions={<Button kind="primary" onClick={() => setMaking(true)}>{text.makeKey}</Button>}>
        <KeyTable keys={data.keys} onRevoke={setAsked}/>
      </Panel>
      {isMaking && <NewKey onClose={() => setMaking(false)}/>}
      {asked && <Revoke apiKey={asked} onClose={() => setAsked(undefined)}/>}
    </>
  );
}

function KeyTable({keys, onRevoke}: {keys: readonly Key[]; onRevoke: (key: Key) => void}) {
  return (
    <Table caption={text.keys} rows={keys} rowKey={({id}) => id} columns={[
      {key: 'name', head: text.name, cell: ({name}) => name},
      {key: 'id', head: text.id, cell: ({id}) => <code>{id}</code>, wideOnly: true},
      {key: 'role', head: text.role, cell: ({role}) => strings.common.roles[role]},
      {key: 'tenant', head: text.tenant, cell: ({tenant}) => (tenant === '*' ? text.allTenants : tenant), wideOnly: true},
      {key: 'created', head: text.createdAt, cell: ({createdAt}) => <When at={createdAt}/>, wideOnly: true},
      {key: 'by', head: text.createdBy, cell: ({createdBy}) => <code>{createdBy}</code>, wideOnly: true},
      {key: 'expires', head: text.expires, cell: ({expiresAt}) => <Expiry at={expiresAt}/>},
      {key: 'revoke', head: <span className="visually-hidden">{text.revoke}</span>, numeric: true, cell: (key) => (
        <Button kind="danger" aria-label={text.revokeKey(key.name)} onClick={() => onRevoke(key)}>{text.revoke}</Button>
      )},
    ]}/>
  );
}

function Expiry({at}: {at: string | undefined}) {
  if (at === undefined) {
    return text.never;
  }
  return Date.parse(at) < Date.now() ? <Badge tone="bad">{text.isExpired}</Badge> : <When at={at}/>;
}

function Revoke({apiKey, onClose}: {apiKey: Key; onClose: () => void}) {
  const client = useQueryClient();
  const {data: me} = useQuery(meQuery);
  const revoke = useMutation({
    mutationFn: () => call(api.DELETE('/api/v1/keys/{id}', {params: {path: {id: apiKey.id}}})),
    onSuccess: () => {
      toast('good', text.revoked);
      onClose();
      return client.invalidateQueries({queryKey: cacheKeys.apiKeys});
    },
    onError: toastError,
  });
  return (
    <ConfirmDialog title={text.revokeTitle} action={text.revoke} danger busy={revoke.isPending} onClose={onClose}
      onConfirm={() => revoke.mutate()}>
      <p>{text.revokeText(apiKey.name)}</p>
      {me?.id === apiKey.id && <p><strong>{text.revokeOwn}</strong></p>}
    </ConfirmDialog>
  );
}
