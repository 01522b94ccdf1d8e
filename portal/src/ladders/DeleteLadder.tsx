import {useMutation, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {useLocation} from 'wouter';
import {keys} from '../api/queries';
import {useMay, useSeesAll} from '../api/roles';
import {strings} from '../strings';
import {Button, ConfirmDialog, Icon, toast, toastError} from '../ui';
import {deleteLadder} from './queries';

const text = strings.ladders;

export function DeleteLadder({name}: {name: string}) {
  const mayDelete = [useMay('operator'), useSeesAll()].every(Boolean);
  const [isAsking, setAsking] = useState(false);
  const [, go] = useLocation();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteLadder(name),
    onSuccess: async () => {
      toast('good', text.removed(name));
      await client.invalidateQueries({queryKey: keys.profiles});
      go('/ladders');
    },
    onError: toastError,
  });
  if (!mayDelete) {
    return null;
  }
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}><Icon name="trash"/>{text.remove}</Button>
      {isAsking && (
        <ConfirmDialog title={text.removeTitle(name)} action={text.remove} danger busy={remove.isPending}
          onConfirm={() => remove.mutate()} onClose={() => setAsking(false)}>
          <p>{text.removeText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
