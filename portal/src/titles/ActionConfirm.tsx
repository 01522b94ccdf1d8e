import {strings} from '../strings';
import {Button, Dialog} from '../ui';
import type {TitleAction} from './actions';

const text = strings.titles;

interface ActionConfirmProps {
  action: TitleAction;
  number: number;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before titles are cancelled or deleted; says what is lost. */
export function ActionConfirm({action, number, onConfirm, onClose}: ActionConfirmProps) {
  const isDelete = action === 'delete';
  return (
    <Dialog title={isDelete ? text.deleteTitle : text.cancelTitle} onClose={onClose} actions={
      <>
        <Button onClick={onClose}>{text.keep}</Button>
        <Button kind="danger" onClick={onConfirm}>{text.actOn(action, number)}</Button>
      </>
    }>
      <p>{isDelete ? text.deleteText(number) : text.cancelText(number)}</p>
    </Dialog>
  );
}
