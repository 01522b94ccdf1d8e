import {useMutation, useQueryClient} from '@tanstack/react-query';
import type {DeadLetter} from '../api/types';
import {strings} from '../strings';
import {ConfirmDialog, toast, toastError} from '../ui';
import styles from './Operations.module.css';
import {deadLettersKey, replayDeadLetter} from './queries';
import {replayAll} from './replay';
import {subjectOf} from './taskWords';

const text = strings.operations;
const NAMED = 8;

interface ReplayDialogProps {
  letters: readonly DeadLetter[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks, then replays one after the other and tells what became of them. */
export function ReplayDialog({letters, onClose, onDone}: ReplayDialogProps) {
  const client = useQueryClient();
  const replay = useMutation({
    mutationFn: () => replayAll(letters, replayDeadLetter),
    onSuccess: ({done, errors}) => {
      if (done > 0) {
        toast('good', text.replayed(done));
      }
      const [first] = errors;
      if (first !== undefined) {
        toast('bad', text.notReplayed(errors.length, letters.length));
        toastError(first);
      }
      void client.invalidateQueries({queryKey: deadLettersKey});
      onDone();
    },
  });
  return (
    <ConfirmDialog title={text.replayTitle(letters.length)} action={text.replay} busy={replay.isPending}
      onConfirm={() => replay.mutate()} onClose={onClose}>
      <p>{text.replayText}</p>
      <ul className={styles.subjects}>
        {letters.slice(0, NAMED).map((letter) => <li key={letter.id}>{subjectOf(letter)}</li>)}
        {letters.length > NAMED && <li>{text.andMore(letters.length - NAMED)}</li>}
      </ul>
    </ConfirmDialog>
  );
}
