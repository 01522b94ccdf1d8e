import {useState} from 'react';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {Button, Dialog, Field, TextInput} from '../../ui';
import {changesOf} from './dates';
import {fromInput, toInput} from './moments';
import styles from './Schedule.module.css';
import {useWish} from './useWishes';

const text = strings.title.schedule;

/** Publishing now or at a date, and taking off at a date; dates can be changed and dropped. */
export function Schedule({title, onClose}: {title: Title; onClose: () => void}) {
  const {phase, published} = title;
  const mayPublish = phase === 'AWAITING_PUBLISH' || phase === 'UNPUBLISHED';
  const hasPublishDate = title.publishAt !== undefined || isBeforePublic(phase);
  const hasUnpublishDate = phase !== 'UNPUBLISHED' || published !== undefined;
  const before = {publishAt: title.publishAt, unpublishAt: title.unpublishAt};
  const [publishAt, setPublishAt] = useState(toInput(title.publishAt));
  const [unpublishAt, setUnpublishAt] = useState(toInput(title.unpublishAt));
  const wish = useWish(title.titleId, onClose);
  const after = {publishAt: whole(publishAt, title.publishAt), unpublishAt: whole(unpublishAt, title.unpublishAt)};
  const changes = changesOf(before, after);
  const fault = after.publishAt && after.unpublishAt && after.unpublishAt <= after.publishAt ? text.offBefore : undefined;

  return (
    <Dialog title={mayPublish ? text.title : text.titleDates} onClose={onClose} actions={
      <>
        <Button onClick={onClose}>{strings.common.cancel}</Button>
        {mayPublish && (
          <Button kind={changes.length === 0 ? 'primary' : 'plain'} onClick={() => wish.mutate({kind: 'publish'})} busy={wish.isPending}>
            {text.now}
          </Button>
        )}
        {(hasPublishDate || hasUnpublishDate) && (
          <Button kind={mayPublish && changes.length === 0 ? 'plain' : 'primary'} busy={wish.isPending}
            disabled={fault !== undefined || changes.length === 0} onClick={() => wish.mutate({kind: 'dates', changes})}>
            {text.save}
          </Button>
        )}
      </>
    }>
      <p><strong>{title.name}</strong></p>
      {hasPublishDate && <DateField label={text.publishAt} hint={mayPublish ? undefined : text.publishHint} value={publishAt} onChange={setPublishAt}/>}
      {hasUnpublishDate && <DateField label={text.unpublishAt} hint={text.unpublishHint} value={unpublishAt} onChange={setUnpublishAt} error={fault}/>}
      <p className={styles.zone}>{text.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
    </Dialog>
  );
}

function isBeforePublic(phase: Title['phase']): boolean {
  return ['SUBMITTED', 'INSPECTING', 'PLANNING', 'AWAITING_START', 'ENCODING', 'AWAITING_PUBLISH'].includes(phase);
}

/** The input shows minutes; a date that was not touched keeps its seconds. */
function whole(input: string, before: string | undefined): string | undefined {
  return input === toInput(before) ? before : fromInput(input);
}

interface DateFieldProps {
  label: string;
  hint: string | undefined;
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

function DateField({label, hint, value, onChange, error}: DateFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className={styles.date}>
          <TextInput {...ids} type="datetime-local" value={value} onChange={(event) => onChange(event.target.value)}/>
          <Button disabled={value === ''} aria-label={text.dropOf(label)} onClick={() => onChange('')}>{text.drop}</Button>
        </div>
      )}
    </Field>
  );
}
