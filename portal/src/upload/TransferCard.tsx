import {strings} from '../strings';
import {Badge, Button, Icon, IconButton, Progress, toast, type Tone} from '../ui';
import {bytes, bytesPerSecond, duration} from '../ui/format';
import styles from './TransferCard.module.css';
import {FileButton} from './FileButton';
import {rateOf, secondsLeft} from './meter';
import {RetryNote} from './RetryNote';
import {uploads} from './store';
import {TitleFollow} from './TitleFollow';
import {sentBytes, totalBytes, type Transfer, type TransferState} from './transfer';

const text = strings.upload;

const TONES: Record<TransferState, Tone> = {
  queued: 'quiet', sending: 'busy', waiting: 'warn', paused: 'quiet', detached: 'warn', failed: 'bad', done: 'good',
};

/** One master on its way, and the title that it becomes. */
export function TransferCard({transfer}: {transfer: Transfer}) {
  const {id, form, state, titleId} = transfer;
  const name = form.name ?? '';
  if (titleId) {
    return <TitleFollow titleId={titleId} name={name} onRemove={() => uploads.remove(id)}/>;
  }
  const [sent, total] = [sentBytes(transfer), totalBytes(transfer)];
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.top}>
        <p className={styles.name}>{name}</p>
        <Badge tone={TONES[state]}>{text.states[state]}</Badge>
        <Buttons transfer={transfer}/>
        <IconButton label={`${text.giveUp}: ${name}`} onClick={() => uploads.giveUp(id)}><Icon name="close"/></IconButton>
      </div>
      <Progress label={text.progressOf(name)} value={sent / total} tone={state === 'failed' ? 'bad' : 'busy'}/>
      <p className={styles.facts}>{factsOf(transfer, sent, total)}</p>
      <Notes transfer={transfer}/>
    </article>
  );
}

function factsOf(transfer: Transfer, sent: number, total: number): string {
  const meter = uploads.meterOf(transfer.id);
  const rate = rateOf(meter);
  const left = secondsLeft(meter, total - sent);
  const amount = text.amount(bytes(sent), bytes(total));
  if (transfer.state !== 'sending') {
    return amount;
  }
  if (sent >= total) {
    return `${amount} · ${text.finishing}`;
  }
  return [amount, rate && bytesPerSecond(rate), left && text.left(duration(left))].filter(Boolean).join(' · ');
}

function Buttons({transfer}: {transfer: Transfer}) {
  const {id, state} = transfer;
  switch (state) {
    case 'queued':
    case 'sending':
      return <Button onClick={() => uploads.pause(id)}>{text.pause}</Button>;
    case 'waiting':
      return <Button onClick={() => uploads.resume(id)}>{text.retryNow}</Button>;
    case 'paused':
      return <Button onClick={() => uploads.resume(id)}>{text.goOn}</Button>;
    case 'failed':
      return <Button onClick={() => uploads.resume(id)}>{text.again}</Button>;
    default:
      return null;
  }
}

function Notes({transfer}: {transfer: Transfer}) {
  const {state, fault, retryAt} = transfer;
  if (state === 'detached') {
    return <ChooseAgain transfer={transfer}/>;
  }
  return fault === undefined ? null : (
    <div className={styles.note} data-tone={state === 'failed' ? 'bad' : 'warn'} role="status">
      <p>{fault.message} <code>{fault.code}</code></p>
      {retryAt === undefined ? <p>{fault.advice}</p> : <RetryNote at={retryAt}/>}
    </div>
  );
}

function ChooseAgain({transfer}: {transfer: Transfer}) {
  const missing = uploads.missing(transfer);
  const take = async (files: Parameters<typeof uploads.add>[0]) => {
    await uploads.add(files);
    if (uploads.transfers.get().some(({id, state}) => id === transfer.id && state === 'detached') && files.length > 0) {
      toast('bad', text.notThatFile);
    }
  };
  return (
    <div className={styles.note} data-tone="warn">
      <p>{text.chooseAgain(missing.map(({fileName}) => fileName).join(', '))}</p>
      <div><FileButton kind="primary" onFiles={(files) => void take(files)}>{text.chooseFile}</FileButton></div>
    </div>
  );
}
