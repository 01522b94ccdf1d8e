import {useMutation} from '@tanstack/react-query';
import {useEffect, useRef, useState} from 'react';
import {api, call} from '../../api/client';
import type {Title, TrackRole} from '../../api/types';
import {strings} from '../../strings';
import {Button, Dialog, ErrorState, Field, Progress, Select, TextInput, toast} from '../../ui';
import {bytes} from '../../ui/format';
import {isLanguage, languageName} from '../data/language';
import {uploadSidecar} from './sidecar';

const text = strings.title.addTrack;
const ROLES: readonly TrackRole[] = ['main', 'dub', 'commentary', 'description', 'sdh', 'forced'];
const ACCEPTED = '.srt,.vtt,.ttml,.xml,.scc,.ass,.wav,.mp3,.m4a,.mp4,.aac,.ac3,.eac3,.flac,.opus,.ogg,.mka,.mov,.mxf';

/** A sound or subtitle file becomes a track of a new version; what is there is not encoded again. */
export function AddTrack({title, onClose, onDone}: {title: Title; onClose: () => void; onDone: (title: Title) => void}) {
  const [file, setFile] = useState<File>();
  const [language, setLanguage] = useState('');
  const [role, setRole] = useState<TrackRole>('main');
  const [name, setName] = useState('');
  const [sent, setSent] = useState<number>();
  const end = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    end.current = controller;
    return () => controller.abort();
  }, []);

  const adding = useMutation({
    mutationFn: async (chosen: File) => {
      const source = await uploadSidecar(title, chosen, setSent, end.current.signal);
      const sidecar = {source, language, role, ...name !== '' && {name}};
      return await call(api.POST('/api/v1/titles/{id}/versions', {
        params: {path: {id: title.titleId}}, body: {sidecars: [sidecar]},
      }));
    },
    onSuccess: (next) => {
      toast('good', text.added);
      onDone(next);
    },
  });
  const languageFault = language !== '' && !isLanguage(language) ? text.languageFault : undefined;
  const isReady = file !== undefined && language !== '' && languageFault === undefined;

  return (
    <Dialog title={text.title} onClose={onClose} actions={
      <>
        <Button onClick={onClose}>{strings.common.cancel}</Button>
        <Button kind="primary" disabled={!isReady} busy={adding.isPending} onClick={() => file && adding.mutate(file)}>{text.action}</Button>
      </>
    }>
      <p>{text.means}</p>
      <Field label={text.file} hint={file ? bytes(file.size) : text.fileHint}>
        {(ids) => <input {...ids} type="file" accept={ACCEPTED} onChange={(event) => setFile(event.target.files?.[0])}/>}
      </Field>
      <Field label={text.language} hint={languageFault || language === '' ? text.languageHint : languageName(language)} error={languageFault}>
        {(ids) => <TextInput {...ids} value={language} autoCapitalize="none" spellCheck={false} onChange={(event) => setLanguage(event.target.value.trim())}/>}
      </Field>
      <Field label={text.role}>
        {(ids) => <Select {...ids} value={role} onChoose={setRole} choices={ROLES.map((value) => ({value, label: strings.common.trackRoles[value]}))}/>}
      </Field>
      <Field label={text.name} hint={text.nameHint}>
        {(ids) => <TextInput {...ids} value={name} maxLength={200} onChange={(event) => setName(event.target.value)}/>}
      </Field>
      {adding.isPending && <Progress label={text.sending} value={sent}/>}
      {adding.error && <ErrorState error={adding.error}/>}
    </Dialog>
  );
}
