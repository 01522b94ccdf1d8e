import type {ReactNode} from 'react';
import {strings} from '../strings';
import {Button} from './Button';
import {Dialog} from './Dialog';

interface ConfirmDialogProps {
  title: string;
  /** What the main button does, as a verb. */
  action: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({title, action, danger = false, busy = false, onConfirm, onClose, children}: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose} actions={
      <>
        <Button onClick={onClose}>{strings.common.cancel}</Button>
        <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>{action}</Button>
      </>
    }>
      {children}
    </Dialog>
  );
}
