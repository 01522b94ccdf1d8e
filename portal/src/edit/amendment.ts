import type {components} from '../api/schema';
import type {TrackRole} from '../api/types';
import {codecName} from '../title/data/codecs';
import type {Inspection} from '../title/data/documents';
import {isLanguage} from '../title/data/language';

export type AmendForm = components['schemas']['AmendForm'];
type StreamForm = components['schemas']['StreamForm'];

/** What somebody may correct of a stream that the inspection found. */
export interface StreamEdit {
  stream: number;
  kind: 'sound' | 'text';
  /** What cannot be corrected: codec, channels. */
  about: string;
  language: string;
  role: TrackRole;
  name: string;
}

export interface Entry {
  key: string;
  value: string;
}

/** All that the dialog holds. */
export interface TitleEdit {
  name: string;
  metadata: readonly Entry[];
  /** As it is if empty. */
  profile: string;
  streams: readonly StreamEdit[];
}

/** Captions of several channels share a stream; only the first is meant by its number. */
export function streamsOf({audio, text}: Pick<Inspection, 'audio' | 'text'>): StreamEdit[] {
  const all = [
    ...audio.map((stream) => ({
      ...stream, kind: 'sound' as const, about: `${codecName(stream.codec)} ${stream.channelLayout || stream.channels}`,
    })),
    ...text.map((stream) => ({...stream, kind: 'text' as const, about: codecName(stream.codec ?? '')})),
  ].filter(({file}) => file === 0);
  const first = new Map(all.map((stream) => [stream.index, stream]).reverse() as [number, typeof all[number]][]);
  return [...first.values()]
    .sort((one, other) => one.index - other.index)
    .map(({index, kind, about, language, role, name}) => ({
      stream: index, kind, about, language: language === 'und' ? '' : language, role: role as TrackRole, name,
    }));
}

/** Roles that sound or text can have. */
export function rolesOf(kind: StreamEdit['kind']): readonly TrackRole[] {
  return kind === 'sound' ? ['main', 'dub', 'commentary', 'description'] : ['main', 'forced', 'sdh', 'dub', 'commentary', 'description'];
}

export function entriesOf(metadata: Record<string, string>): Entry[] {
  return Object.entries(metadata).map(([key, value]) => ({key, value}));
}

export type EditFault = 'name' | 'metadata' | 'language' | 'streamName';

/** What must be put right before it can be sent; a language that was unknown may stay so. */
export function faultsOf({name, metadata, streams}: TitleEdit, before: TitleEdit): EditFault[] {
  const keys = metadata.map(({key}) => key.trim());
  const isLanguageWrong = streams.some(({language}, at) => language !== before.streams[at]?.language && !isLanguage(language));
  const isNameGone = streams.some(({name}, at) => name.trim() === '' && before.streams[at]?.name !== '');
  const tests: [EditFault, boolean][] = [
    ['name', name.trim() === ''],
    ['metadata', keys.some((key) => key === '') || new Set(keys).size < keys.length],
    ['language', isLanguageWrong],
    ['streamName', isNameGone],
  ];
  return tests.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

/** What to tell the server; undefined if nothing changed. */
export function amendmentOf(before: TitleEdit, after: TitleEdit): AmendForm | undefined {
  const metadata = changedMetadata(before.metadata, after.metadata);
  const streams = after.streams.flatMap((stream, at) => changedStream(before.streams[at], stream));
  const form: AmendForm = {
    ...after.name.trim() !== before.name && {name: after.name.trim()},
    ...metadata && {metadata},
    ...after.profile !== '' && {profile: after.profile},
    ...streams.length > 0 && {streams},
  };
  return Object.keys(form).length > 0 ? form : undefined;
}

function changedMetadata(before: readonly Entry[], after: readonly Entry[]): Record<string, string | null> | undefined {
  const [old, now] = [before, after].map((entries) => new Map(entries.map(({key, value}) => [key.trim(), value])));
  const set = [...now ?? []].filter(([key, value]) => old?.get(key) !== value);
  const removed = [...old?.keys() ?? []].filter((key) => !now?.has(key)).map((key) => [key, null] as const);
  return set.length + removed.length > 0 ? Object.fromEntries([...set, ...removed]) : undefined;
}

function changedStream(before: StreamEdit | undefined, {stream, language, role, name}: StreamEdit): StreamForm[] {
  const change = {
    ...language !== before?.language && {language},
    ...role !== before?.role && {role},
    ...name.trim() !== before?.name && {name: name.trim()},
  };
  return Object.keys(change).length > 0 ? [{stream, ...change}] : [];
}
