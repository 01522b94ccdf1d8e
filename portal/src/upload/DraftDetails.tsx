import {useQuery} from '@tanstack/react-query';
import {profilesQuery} from '../api/queries';
import type {TrackRole} from '../api/types';
import {MetadataFields} from '../edit/MetadataFields';
import {strings} from '../strings';
import {Button, Field, Icon, IconButton, Select, TextInput} from '../ui';
import {lookAt, sidecarOf} from './addFiles';
import {checkSidecar} from './checks';
import {CheckList} from './CheckList';
import type {Draft, SidecarDraft, StreamDraft} from './draft';
import styles from './DraftDetails.module.css';
import type {FoundFile} from './dropped';
import {FileButton} from './FileButton';
import {choicesOf} from './SettingsForm';
import {uploads} from './store';
import {useValue} from '../api/Value';

const text = strings.upload;
const ROLES = choicesOf<TrackRole>(strings.common.trackRoles);
const STREAM_ROLES = [{value: '' as const, label: text.unchangedRole}, ...ROLES];
const SIDECAR_FILES = '.srt,.vtt,.ass,.ssa,.ttml,.xml,.dfxp,.wav,.m4a,.aac,.flac,.mp3,.ac3,.eac3,.ogg,.opus,.aif,.aiff';

interface DetailsProps {
  draft: Draft;
  largestBytes: number;
}

export function DraftDetails({draft, largestBytes}: DetailsProps) {
  return (
    <div className={styles.details}>
      <ProfileField draft={draft}/>
      <Sidecars draft={draft} largestBytes={largestBytes}/>
      <Streams draft={draft}/>
      <MetadataFields entries={draft.metadata} onChange={(metadata) => uploads.change(draft.id, {metadata})}/>
    </div>
  );
}

function ProfileField({draft}: {draft: Draft}) {
  const settings = useValue(uploads.settings);
  const {data} = useQuery(profilesQuery);
  const names = (data?.profiles ?? []).map((value) => ({value, label: value}));
  return (
    <Field label={text.profile}>
      {(ids) => (
        <Select {...ids} value={draft.profile} choices={[{value: '', label: text.sameProfile(settings.profile)}, ...names]}
          onChoose={(profile) => uploads.change(draft.id, {profile})}/>
      )}
    </Field>
  );
}

/** The list with one entry changed, or without it. */
function changed<T>(list: readonly T[], at: number, part: Partial<T> | undefined): T[] {
  return list.flatMap((each, number) => (number !== at ? [each] : part ? [{...each, ...part}] : []));
}

function Sidecars({draft, largestBytes}: DetailsProps) {
  const set = (sidecars: readonly SidecarDraft[]) => uploads.change(draft.id, {sidecars});
  const add = async (found: FoundFile[]) => {
    const files = await lookAt(found);
    set([...draft.sidecars, ...files.map((file) => sidecarOf(file, draft.mark.fileName))]);
  };
  return (
    <section className={styles.part}>
      <h3>{text.sidecars}</h3>
      {draft.sidecars.length === 0 && <p className={styles.hint}>{text.noSidecars}</p>}
      {draft.sidecars.map((sidecar, at) => (
        <div key={`${sidecar.file.name}/${at}`}>
          <div className={styles.sidecar}>
            <span title={sidecar.file.name}>{sidecar.file.name}</span>
            <TextInput aria-label={text.language} placeholder={text.languageHint} value={sidecar.language}
              onChange={(event) => set(changed(draft.sidecars, at, {language: event.target.value.trim()}))}/>
            <Select aria-label={text.role} value={sidecar.role} choices={ROLES}
              onChoose={(role) => set(changed(draft.sidecars, at, {role}))}/>
            <IconButton label={text.removeFile(sidecar.file.name)} onClick={() => set(changed(draft.sidecars, at, undefined))}>
              <Icon name="close"/>
            </IconButton>
          </div>
          <CheckList checks={checkSidecar(sidecar.file.size, sidecar.kind, largestBytes)}/>
        </div>
      ))}
      <div><FileButton accept={SIDECAR_FILES} onFiles={(found) => void add(found)}>{text.addSidecar}</FileButton></div>
    </section>
  );
}

function Streams({draft}: {draft: Draft}) {
  const set = (streams: readonly StreamDraft[]) => uploads.change(draft.id, {streams});
  return (
    <section className={styles.part}>
      <h3>{text.streams}</h3>
      <p className={styles.hint}>{text.streamsHint}</p>
      {draft.streams.map((stream, at) => (
        <div key={at} className={styles.sidecar}>
          <TextInput aria-label={text.stream} placeholder={text.stream} inputMode="numeric" value={stream.stream}
            onChange={(event) => set(changed(draft.streams, at, {stream: event.target.value.trim()}))}/>
          <TextInput aria-label={text.language} placeholder={text.languageHint} value={stream.language}
            onChange={(event) => set(changed(draft.streams, at, {language: event.target.value.trim()}))}/>
          <Select aria-label={text.role} value={stream.role} choices={STREAM_ROLES}
            onChoose={(role) => set(changed(draft.streams, at, {role}))}/>
          <IconButton label={text.removeEntry} onClick={() => set(changed(draft.streams, at, undefined))}><Icon name="close"/></IconButton>
        </div>
      ))}
      <div>
        <Button onClick={() => set([...draft.streams, {stream: String(draft.streams.length + 1), language: '', role: ''}])}>
          {text.addStream}
        </Button>
      </div>
    </section>
  );
}
