import type {SubmitForm, TrackRole} from '../api/types';
import type {Entry} from '../edit/amendment';
import {isLanguage} from '../title/data/language';
import type {Kind} from './container';
import type {Mark} from './mark';

/** A file that was dropped and is not on its way yet. */
export interface Draft {
  id: string;
  file: File;
  path: string;
  mark: Mark;
  kind: Kind;
  name: string;
  /** The settings' profile if empty. */
  profile: string;
  metadata: readonly Entry[];
  streams: readonly StreamDraft[];
  sidecars: readonly SidecarDraft[];
}

/** What the container says wrongly of one of its streams. */
export interface StreamDraft {
  stream: string;
  language: string;
  role: TrackRole | '';
}

export interface SidecarDraft {
  file: File;
  mark: Mark;
  kind: Kind;
  language: string;
  role: TrackRole;
}

/** What goes for all files of an upload. */
export interface Settings {
  /** Whether people see the plan before anything is encoded. */
  start: 'auto' | 'manual';
  publish: 'auto' | 'manual';
  profile: string;
  priority: 'express' | 'standard' | 'bulk';
}

export const USUAL: Settings = {start: 'manual', publish: 'auto', profile: 'default', priority: 'standard'};

/** Where a draft is wrong: the field, or the sidecar's or stream's number with it. */
export type DraftFault = 'name' | 'metadata' | 'stream' | `streamLanguage` | 'sidecarLanguage';

export function faultsOf(draft: Draft): DraftFault[] {
  const {name, metadata, streams, sidecars} = draft;
  const keys = metadata.map(({key}) => key.trim()).filter(Boolean);
  const tests: [DraftFault, boolean][] = [
    ['name', name.trim() === '' || name.length > 200],
    ['metadata', new Set(keys).size < keys.length || metadata.some(({key, value}) => !key.trim() && value !== '')],
    ['stream', streams.some(({stream}) => !/^\d{1,3}$/.test(stream))],
    ['streamLanguage', streams.some(({language}) => language !== '' && !isLanguage(language))],
    ['sidecarLanguage', sidecars.some(({language}) => language !== '' && !isLanguage(language))],
  ];
  return tests.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

/** The submission, but for the sidecars: their addresses are known once they are there. */
export function formOf(draft: Draft, settings: Settings): SubmitForm {
  const metadata = draft.metadata.filter(({key}) => key.trim() !== '');
  const profile = draft.profile || settings.profile;
  return {
    name: draft.name.trim(),
    start: settings.start,
    publish: settings.publish,
    ...(settings.priority !== 'standard' && {priority: settings.priority}),
    ...(profile !== 'default' && {profile}),
    ...(metadata.length > 0 && {metadata: Object.fromEntries(metadata.map(({key, value}) => [key.trim(), value]))}),
    ...(draft.streams.length > 0 && {
      streams: draft.streams.map(({stream, language, role}) => ({
        stream: Number(stream),
        ...(language && {language}),
        ...(role && {role}),
      })),
    }),
  } as SubmitForm;
}
