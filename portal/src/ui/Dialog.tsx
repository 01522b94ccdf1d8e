import {useEffect, useId, useRef, type ReactNode} from 'react';
import {strings} from '../strings';
import {IconButton} from './Button';
import styles from './Dialog.module.css';
import {Icon} from './Icon';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the main one last. */
  actions?: ReactNode;
  wide?: boolean;
}

/** A modal dialog, shown as long as it is rendered. Escape and the cross close it. */
export function Dialog({title, onClose, children, actions, wide = false}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    if (element && !element.open) {
      element.showModal();
    }
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) {
        opener.focus();
      }
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} data-wide={wide || undefined} aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}>
      <header className={styles.header}>
        <h2 id={id}>{title}</h2>
        <IconButton label={strings.common.close} onClick={onClose}><Icon name="close"/></IconButton>
      </header>
      <div className={styles.body}>{children}</div>
      {actions && <footer className={styles.footer}>{actions}</footer>}
    </dialog>
  );
}
