import {useRef, type ReactNode} from 'react';
import {Button, type ButtonKind} from '../ui';
import {readChosen, type FoundFile} from './dropped';

interface FileButtonProps {
  onFiles: (files: FoundFile[]) => void;
  children: ReactNode;
  kind?: ButtonKind;
  isFolder?: boolean;
  accept?: string;
}

/** Opens the system's window for choosing files. */
export function FileButton({onFiles, children, kind, isFolder = false, accept}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} onClick={() => input.current?.click()}>{children}</Button>
      <input ref={input} type="file" multiple hidden accept={accept} {...(isFolder && {webkitdirectory: ''})}
        onChange={({target}) => {
          if (target.files) {
            onFiles(readChosen(target.files));
          }
          target.value = '';
        }}/>
    </>
  );
}
