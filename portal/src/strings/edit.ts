import type {EditFault} from '../edit/amendment';

const faults: Record<EditFault, string> = {
  name: 'Write a name.',
  metadata: 'Give every entry a name, and no two the same.',
  streamName: 'A name can be changed, but not taken away.',
  language: 'Write languages as codes, such as en or pt-BR.',
};

export const edit = {
  title: 'Edit',
  correct: 'Correct …',
  save: 'Save',
  saveAndPlan: 'Save and plan again',
  saved: 'Saved.',
  replanned: 'Saved. The title is planned again.',
  name: 'Name',
  ladder: 'Ladder',
  sameLadder: (name: string) => `As it is (${name})`,
  streams: 'Sound and text in the file',
  streamsHint: 'Correct what the file says wrongly. Nothing is encoded yet; the plan is made anew, the file is not read again.',
  later: 'Ladder, languages and roles can be corrected while a title waits for its start. Now they need a new version.',
  streamOf: (kind: 'sound' | 'text', stream: number) => `${kind === 'sound' ? 'Sound' : 'Text'}, stream ${stream}`,
  languageOf: (stream: string) => `Language of ${stream}`,
  roleOf: (stream: string) => `Role of ${stream}`,
  nameOf: (stream: string) => `Name of ${stream}`,
  languageHint: 'en, de, pt-BR',
  nameHint: 'Name for viewers',
  unknownLanguage: 'Unknown language',
  metadata: 'Metadata',
  key: 'Name of the entry',
  value: 'Value',
  addEntry: 'Add an entry',
  removeEntry: 'Remove entry',
  faults,
} as const;
