import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useMemo, useState} from 'react';
import {api, call} from '../api/client';
import {keys, profilesQuery} from '../api/queries';
import type {Title} from '../api/types';
import {strings} from '../strings';
import {inspectionQuery, titleKeys} from '../title/data/queries';
import {Button, Dialog, ErrorState, Field, Loading, Select, TextInput, toast} from '../ui';
import {amendmentOf, entriesOf, faultsOf, streamsOf, type AmendForm, type TitleEdit} from './amendment';
import {MetadataFields} from './MetadataFields';
import {StreamFields} from './StreamFields';

const text = strings.edit;

interface EditTitleProps {
  title: Title;
  onClose: () => void;
}

/** Corrects what was said of a title; before its start also what is made of it. */
export function EditTitle({title, onClose}: EditTitleProps) {
  const isWaiting = title.phase === 'AWAITING_START';
  const {data: inspection, error, refetch} = useQuery({...inspectionQuery(title), enabled: isWaiting, staleTime: 0});
  if (!isWaiting || inspection) {
    return <EditForm title={title} isWaiting={isWaiting} streams={inspection ? streamsOf(inspection) : []} onClose={onClose}/>;
  }
  return (
    <Dialog title={text.title} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Loading/>}
    </Dialog>
  );
}

interface EditFormProps extends EditTitleProps {
  isWaiting: boolean;
  streams: TitleEdit['streams'];
}

function EditForm({title, isWaiting, streams, onClose}: EditFormProps) {
  // What it was when the dialog opened: what others change meanwhile stays theirs.
  const [before] = useState<TitleEdit>({name: title.name, metadata: entriesOf(title.metadata), profile: '', streams});
  const [now, setNow] = useState(before);
  const change = (part: Partial<TitleEdit>) => setNow({...now, ...part});
  const {data} = useQuery({...profilesQuery, enabled: isWaiting});
  const form = useMemo(() => amendmentOf(before, now), [before, now]);
  const faults = faultsOf(now, before);
  const isReplanned = form?.streams !== undefined || form?.profile !== undefined;
  const amend = useAmend(title.titleId, onClose);
  return (
    <Dialog title={text.title} wide={isWaiting} onClose={onClose} actions={
      <>
        <Button onClick={onClose}>{strings.common.cancel}</Button>
        <Button kind="primary" busy={amend.isPending} disabled={form === undefined || faults.length > 0}
          onClick={() => form && amend.mutate(form)}>
          {isReplanned ? text.saveAndPlan : text.save}
        </Button>
      </>
    }>
      <Field label={text.name} error={faults.includes('name') ? text.faults.name : undefined}>
        {(ids) => <TextInput {...ids} value={now.name} maxLength={200} onChange={(event) => change({name: event.target.value})}/>}
      </Field>
      {isWaiting && (
        <Field label={text.ladder}>
          {(ids) => (
            <Select {...ids} value={now.profile} onChoose={(profile) => change({profile})} choices={[
              {value: '', label: text.sameLadder(title.profileName)},
              ...(data?.profiles ?? []).filter((name) => name !== title.profileName).map((name) => ({value: name, label: name})),
            ]}/>
          )}
        </Field>
      )}
      {streams.length > 0 && (
        <StreamFields streams={now.streams} onChange={(changed) => change({streams: changed})}
          faults={faults.filter((fault) => fault === 'language' || fault === 'streamName').map((fault) => text.faults[fault])}/>
      )}
      <MetadataFields entries={now.metadata} onChange={(metadata) => change({metadata})}
        fault={faults.includes('metadata') ? text.faults.metadata : undefined}/>
      {!isWaiting && <p>{text.later}</p>}
      {amend.error && <ErrorState error={amend.error}/>}
    </Dialog>
  );
}

function useAmend(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AmendForm) => call(api.PATCH('/api/v1/titles/{id}', {params: {path: {id}}, body})),
    onSuccess: (title, {streams, profile}) => {
      client.setQueryData(keys.title(id), title);
      void client.invalidateQueries({queryKey: titleKeys.all(id)});
      toast('good', streams || profile ? text.replanned : text.saved);
      onDone();
    },
  });
}
