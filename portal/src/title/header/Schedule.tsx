import {useState} from 'react';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {Button, Dialog, Field, TextInput} from '../../ui';
import {fromInput, toInput} from './moments';
import {useWish, type Wish} from './useWishes';

const text = strings.title.schedule;

/**
 * Publishing now or at a date, and taking off at a date. A title that waits, or was taken off, can be
 * published; only a new version can be given a date to be taken off at.
 */
export function Schedule({title, onClose}: {title: Title; onClose: () => void}) {
  const canPublish = title.phase === 'AWAITING_PUBLISH' || title.phase === 'UNPUBLISHED';
  const [publishAt, setPublishAt] = useState(toInput(title.publishAt));
  const [unpublishAt, setUnpublishAt] = useState(toInput(title.unpublishAt));
  const wish = useWish(title.titleId, onClose);
  const at = fromInput(publishAt);
  const off = fromInput(unpublishAt);
  const fault = at !== undefined && off !== undefined && off <= at ? text.offBefore : undefined;
  const mayTakeOff = title.phase !== 'AWAITING_PUBLISH';

  const wanted = (): Wish => (mayTakeOff && off !== undefined && off !== fromInput(toInput(title.unpublishAt))
    ? {kind: 'version', form: {...canPublish && at !== undefined ? {publishAt: at} : {}, unpublishAt: off}}
    : at === undefined ? {kind: 'publish'} : {kind: 'publish', at});

  return (
    <Dialog title={canPublish ? text.title : text.titleOff} onClose={onClose} actions={
      <>
        <Button onClick={onClose}>{strings.common.cancel}</Button>
        {canPublish && <Button onClick={() => wish.mutate({kind: 'publish'})} busy={wish.isPending}>{text.now}</Button>}
        <Button kind="primary" busy={wish.isPending} disabled={fault !== undefined || (at === undefined && off === undefined)}
          onClick={() => wish.mutate(wanted())}>
          {text.atDate}
        </Button>
      </>
    }>
      <p><strong>{title.name}</strong></p>
      {canPublish && (
        <Field label={text.publishAt} hint={text.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}>
          {(ids) => <TextInput {...ids} type="datetime-local" value={publishAt} onChange={(event) => setPublishAt(event.target.value)}/>}
        </Field>
      )}
      {mayTakeOff && (
        <Field label={text.unpublishAt} hint={text.unpublishHint} error={fault}>
          {(ids) => <TextInput {...ids} type="datetime-local" value={unpublishAt} onChange={(event) => setUnpublishAt(event.target.value)}/>}
        </Field>
      )}
    </Dialog>
  );
}
