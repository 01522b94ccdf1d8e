import {useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import type {Title} from '../api/types';
import {useTitle} from '../api/useTitle';
import {EditTitle} from '../edit/EditTitle';
import {strings} from '../strings';
import {perform, type TitleAction} from '../titles/actions';
import {shareDone} from '../titles/describe';
import {Button, ButtonLink, ErrorState, FailureState, Icon, IconButton, Progress, StateBadge, toastError} from '../ui';
import {duration, percent} from '../ui/format';
import {PlanPreview} from './PlanPreview';
import styles from './TransferCard.module.css';

const text = strings.upload;

interface TitleFollowProps {
  titleId: string;
  name: string;
  onRemove: () => void;
}

/** A title from its inspection until it plays. */
export function TitleFollow({titleId, name, onRemove}: TitleFollowProps) {
  const {data: title, error, refetch} = useTitle(titleId);
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.top}>
        <p className={styles.name}>{title?.name ?? name}</p>
        {title && <StateBadge phase={title.phase}/>}
        {title && <NextSteps title={title}/>}
        <IconButton label={`${text.takeOff}: ${name}`} onClick={onRemove}><Icon name="close"/></IconButton>
      </div>
      {error && !title && <ErrorState error={error} onRetry={() => void refetch()}/>}
      {title && <Stage title={title}/>}
    </article>
  );
}

function Stage({title}: {title: Title}) {
  const {phase, failure, progress, name} = title;
  const share = shareDone(title);
  if (failure) {
    return <FailureState failure={failure}/>;
  }
  if (phase === 'AWAITING_START') {
    return <PlanPreview title={title}/>;
  }
  if (share !== undefined) {
    const left = progress.etaSeconds >= 0 ? ` · ${text.left(duration(progress.etaSeconds))}` : '';
    return (
      <>
        <Progress label={text.progressOf(name)} value={share}/>
        <p className={styles.facts}>{text.encodingFrames(percent(share))}{left}</p>
      </>
    );
  }
  return ['SUBMITTED', 'INSPECTING', 'PLANNING'].includes(phase)
    ? (
      <>
        <Progress label={text.looking}/>
        <p className={styles.facts}>{text.looking}</p>
      </>
    )
    : <p className={styles.facts}>{title.masterSummary}</p>;
}

function NextSteps({title}: {title: Title}) {
  const {titleId, phase} = title;
  const step = useMutation({
    mutationFn: (action: TitleAction) => perform(action, titleId),
    onError: toastError,
  });
  const isBusy = step.isPending;
  const [isEditing, setEditing] = useState(false);
  const page = `/titles/${titleId}`;
  switch (phase) {
    case 'AWAITING_START':
      return (
        <>
          <Button busy={isBusy} onClick={() => step.mutate('cancel')}>{text.cancelTitle}</Button>
          <Button onClick={() => setEditing(true)}>{strings.edit.correct}</Button>
          <Button kind="primary" busy={isBusy} onClick={() => step.mutate('start')}>{text.startTitle}</Button>
          {isEditing && <EditTitle title={title} onClose={() => setEditing(false)}/>}
        </>
      );
    case 'AWAITING_PUBLISH':
      return (
        <>
          <ButtonLink href={page}>{text.openTitle}</ButtonLink>
          <Button kind="primary" busy={isBusy} onClick={() => step.mutate('publish')}>{text.publishTitle}</Button>
        </>
      );
    case 'PUBLISHED':
      return <ButtonLink kind="primary" href={`${page}?play`}>{text.play}</ButtonLink>;
    case 'FAILED':
    case 'HELD':
    case 'CANCELLED':
      return (
        <>
          <ButtonLink href={page}>{text.openTitle}</ButtonLink>
          <Button busy={isBusy} onClick={() => step.mutate('retry')}>{text.again}</Button>
        </>
      );
    default:
      return <ButtonLink href={page}>{text.openTitle}</ButtonLink>;
  }
}
