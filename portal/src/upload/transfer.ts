import type {SidecarForm, SubmitForm} from '../api/types';
import type {Mark} from './mark';

/** A file on its way: a sidecar, or at last the master. */
export interface Piece {
  purpose: 'master' | 'sidecar';
  mark: Mark;
  /** Of the server, once announced. */
  uploadId?: string;
  receivedBytes: number;
  isDone: boolean;
  /** How a sidecar is named in the submission. */
  track?: Omit<SidecarForm, 'source'>;
  /** Address of a sidecar that is there. */
  source?: string;
}

/**
 * queued → sending ⇄ waiting (for the network) → done; sending → failed → queued (again);
 * queued, sending, waiting ⇄ paused; after a reload: detached → queued (files chosen again).
 */
export type TransferState = 'queued' | 'sending' | 'waiting' | 'paused' | 'detached' | 'failed' | 'done';

/** A master with its sidecars on the way to becoming a title. */
export interface Transfer {
  id: string;
  /** Whose it is: what /me calls them. */
  owner: string;
  form: SubmitForm;
  /** Sidecars first: the master's announcement names their addresses. */
  pieces: readonly Piece[];
  state: TransferState;
  /** Tries in a row that brought nothing. */
  tries: number;
  retryAt?: number;
  fault?: Fault;
  titleId?: string;
}

export interface Fault {
  message: string;
  code: string;
  advice: string;
}

export type TransferEvent =
  | {type: 'begin'}
  | {type: 'announced'; piece: number; uploadId: string; receivedBytes: number}
  | {type: 'received'; piece: number; bytes: number}
  | {type: 'pieceDone'; piece: number; source?: string}
  | {type: 'titled'; titleId: string}
  | {type: 'broke'; fault: Fault; isTemporary: boolean; waitSeconds?: number; now: number}
  | {type: 'forgotten'; piece: number}
  | {type: 'pause'}
  | {type: 'resume'}
  | {type: 'reloaded'};

const LONGEST_WAIT_SECONDS = 60;
const WORKING: readonly TransferState[] = ['queued', 'sending', 'waiting'];

/** Seconds until the next try: 1, 2, 4 … 60. */
export function waitAfter(tries: number): number {
  return Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(tries, 10));
}

/** What becomes of a transfer; events that do not fit its state change nothing. */
export function advance(transfer: Transfer, event: TransferEvent): Transfer {
  const {state, tries} = transfer;
  switch (event.type) {
    case 'begin':
      return state === 'queued' || state === 'waiting' ? enter(transfer, 'sending') : transfer;
    case 'announced':
      return withPiece(transfer, event.piece, {uploadId: event.uploadId, receivedBytes: event.receivedBytes});
    case 'received':
      return {...withPiece(transfer, event.piece, {receivedBytes: event.bytes}), tries: 0};
    case 'pieceDone':
      return withPiece(transfer, event.piece, {isDone: true, source: event.source});
    case 'titled':
      return {...enter(transfer, 'done'), titleId: event.titleId};
    case 'broke':
      if (state !== 'sending') {
        return transfer;
      }
      return event.isTemporary
        ? {...transfer, state: 'waiting', tries: tries + 1, fault: event.fault, retryAt: event.now + 1000 * (event.waitSeconds ?? waitAfter(tries))}
        : {...transfer, state: 'failed', tries: 0, fault: event.fault, retryAt: undefined};
    case 'forgotten':
      return withPiece(transfer, event.piece, {uploadId: undefined, receivedBytes: 0});
    case 'pause':
      return WORKING.includes(state) ? enter(transfer, 'paused') : transfer;
    case 'resume':
      return state === 'done' || state === 'sending' ? transfer : {...enter(transfer, 'queued'), tries: 0};
    case 'reloaded':
      return state === 'done' ? transfer : enter(transfer, 'detached');
  }
}

function enter(transfer: Transfer, state: TransferState): Transfer {
  return {...transfer, state, fault: undefined, retryAt: undefined};
}

function withPiece(transfer: Transfer, number: number, change: Partial<Piece>): Transfer {
  return {...transfer, pieces: transfer.pieces.map((piece, at) => (at === number ? {...piece, ...change} : piece))};
}

export function totalBytes({pieces}: Transfer): number {
  return pieces.reduce((sum, {mark}) => sum + mark.sizeBytes, 0);
}

export function sentBytes({pieces}: Transfer): number {
  return pieces.reduce((sum, {mark, receivedBytes, isDone}) => sum + (isDone ? mark.sizeBytes : receivedBytes), 0);
}

/** The files that must be chosen again before a detached transfer can go on. */
export function missingFiles({pieces}: Transfer): Mark[] {
  return pieces.filter(({isDone}) => !isDone).map(({mark}) => mark);
}

/** The master's submission with the addresses of its sidecars. */
export function submissionOf({form, pieces}: Transfer): SubmitForm {
  const sidecars = pieces.flatMap(({purpose, source, track}) => (purpose === 'sidecar' && source ? [{...track, source}] : []));
  return sidecars.length > 0 ? {...form, sidecars} : form;
}
