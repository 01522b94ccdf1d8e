import type {DraftFault, Settings} from '../upload/draft';
import type {TransferState} from '../upload/transfer';
import {count} from '../ui/format';

const filesOf = (number: number) => (number === 1 ? '1 file' : `${count(number)} files`);

const states: Record<TransferState, string> = {
  queued: 'Waits for its turn',
  sending: 'Uploading',
  waiting: 'Connection lost',
  paused: 'Paused',
  detached: 'Interrupted',
  failed: 'Refused',
  done: 'Uploaded',
};

const faults: Record<DraftFault, string> = {
  name: 'Write a name of 1 to 200 characters.',
  metadata: 'Give every entry a name, and no two the same.',
  stream: 'Write the stream’s number, from 0.',
  streamLanguage: 'Write languages as codes, such as en or pt-BR.',
  sidecarLanguage: 'Write languages as codes, such as en or pt-BR.',
};

const starts: Record<Settings['start'], string> = {
  manual: 'Show me the plan first',
  auto: 'Start at once',
};

const publishes: Record<Settings['publish'], string> = {
  auto: 'As soon as it is ready',
  manual: 'When I say so',
};

const priorities: Record<Settings['priority'], string> = {
  express: 'Express',
  standard: 'Standard',
  bulk: 'Bulk',
};

export const upload = {
  pageTitle: 'Upload',
  states,
  faults,
  starts,
  publishes,
  priorities,
  dropTitle: 'Drop video files or folders here',
  dropHint: 'Subtitles and sound files with the same name join their video.',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  mayNot: 'This key may not upload',
  mayNotHint: 'Uploading needs the role Editor. Whoever runs the server can give you another key.',
  // What the file alone tells
  emptyFile: 'The file is empty. Export it again.',
  tooLarge: (most: string) => `The file is too large: at most ${most} are taken.`,
  notVideo: (kind: string) => `This is ${kind}, not a video or sound file.`,
  notSidecar: (kind: string) => `This is ${kind}, not a sound or subtitle file.`,
  textAlone: 'Subtitles need a video to belong to. Drop the video, then these again.',
  unknownKind: 'The first bytes are of no kind known here. The server looks closely after the upload.',
  soundOnly: 'This becomes a title of sound alone.',
  unknown: 'Unknown kind',
  // Drafts
  ready: (number: number) => (number === 0 ? 'No file is ready' : `${filesOf(number)} ready`),
  uploadFiles: (number: number) => (number === 0 ? 'Upload' : `Upload ${filesOf(number)}`),
  belongsTo: 'Belongs to another file …',
  settings: 'For all files',
  start: 'Encoding',
  publish: 'Publish',
  profile: 'Ladder',
  sameProfile: (name: string) => `As for all (${name})`,
  priority: 'Priority',
  name: 'Name',
  nameOf: (file: string) => `Name of ${file}`,
  details: 'Languages, subtitles, metadata',
  removeFile: (name: string) => `Remove ${name}`,
  sidecars: 'Subtitles and sound beside the file',
  noSidecars: 'None. What lies inside the file is found by the server.',
  addSidecar: 'Add files',
  streams: 'Languages inside the file',
  streamsHint: 'Only where the file says them wrongly or not at all. The first stream has the number 0.',
  addStream: 'Add a stream',
  stream: 'Stream',
  language: 'Language',
  languageHint: 'en, de, pt-BR',
  role: 'Role',
  unchangedRole: 'As the file says',
  removeEntry: 'Remove entry',
  // On the way
  transfers: 'On the way',
  progressOf: (name: string) => `Progress of ${name}`,
  amount: (sent: string, total: string) => `${sent} of ${total}`,
  left: (time: string) => `${time} left`,
  finishing: 'The server takes the file over …',
  sidecarOf: (name: string) => `Sending ${name}`,
  retryIn: (seconds: number) => `Tried again in ${count(seconds)} s. What has arrived is kept.`,
  retryNow: 'Try now',
  pause: 'Pause',
  goOn: 'Go on',
  again: 'Try again',
  giveUp: 'Give up',
  takeOff: 'Take off the list',
  chooseAgain: (names: string) => `The page was loaded again, and browsers do not let it keep files. Choose ${names} again: the upload goes on where it was.`,
  chooseFile: 'Choose the file',
  notThatFile: 'That is another file: name, size or first bytes differ.',
  busy: (number: number) => `${filesOf(number)} on the way`,
  // Uploads in parts go to the store itself
  store: {
    unreachable: {
      code: 'STORE_UNREACHABLE',
      detail: (_status: number) => 'The store cannot be reached.',
      advice: 'Check the network. If it stays so, the CORS rule of the bucket may not let this page upload.',
    },
    refused: {
      code: 'STORE_REFUSED',
      detail: (status: number) => `The store answered ${status} to a part.`,
      advice: 'If it stays so, ask whoever runs the store.',
    },
    withoutTag: {
      code: 'STORE_ETAG_HIDDEN',
      detail: (_status: number) => 'The store took a part and hides what it calls it.',
      advice: 'Whoever runs the store must expose ETag in the CORS rule of the bucket.',
    },
  },
  // What becomes of it
  looking: 'The server looks at the file. Nothing is encoded yet.',
  holds: 'What the file holds',
  plan: 'What is made of it',
  startTitle: 'Start',
  play: 'Play',
  publishTitle: 'Publish',
  openTitle: 'Open the title',
  cancelTitle: 'Cancel',
  cost: 'Work',
  costOf: (work: string, time: string) => `${work} of one processor: about ${time} here if nothing else runs`,
  costAlone: (work: string) => `${work} of one processor`,
  space: 'Size',
  spaceOf: (output: string, scratch: string) => `${output} in the end, ${scratch} while at work`,
  rung: 'Rung',
  codec: 'Codec',
  size: 'Picture',
  rate: 'Frames a second',
  most: 'At most',
  ladder: 'Ladder',
  sound: 'Sound',
  duration: 'Length',
  findings: 'What to know',
  noFindings: 'Nothing unusual was found.',
  encodingFrames: (share: string) => `${share} encoded`,
} as const;
