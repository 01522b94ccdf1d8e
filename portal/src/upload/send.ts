import {ApiError} from '../api/ApiError';
import {api, call} from '../api/client';
import type {Title, Upload} from '../api/types';
import {sendParts} from './sendParts';
import {submissionOf, type Piece, type Transfer, type TransferEvent} from './transfer';

export interface Sending {
  transfer: () => Transfer;
  fileOf: (piece: Piece) => File;
  tell: (event: TransferEvent) => void;
  signal: AbortSignal;
}

/** Brings one piece after the other to the server, going on where an earlier try ended. */
export async function send(sending: Sending): Promise<void> {
  const {transfer, tell} = sending;
  for (let number = 0; number < transfer().pieces.length; number += 1) {
    if (!transfer().pieces[number]?.isDone) {
      const whole = await sendPiece(sending, number);
      tell({type: 'pieceDone', piece: number, source: 'source' in whole ? whole.source : undefined});
      if (!('uploadId' in whole)) {
        tell({type: 'titled', titleId: whole.titleId});
      }
    }
  }
}

async function sendPiece(sending: Sending, number: number): Promise<Title | Upload> {
  const {transfer, fileOf, tell, signal} = sending;
  const piece = transfer().pieces[number] as Piece;
  const upload = await known(sending, number, piece) ?? await announce(sending, piece);
  tell({type: 'announced', piece: number, uploadId: upload.uploadId, receivedBytes: upload.receivedBytes});
  const params = {path: {id: upload.uploadId}};
  if (upload.complete) {
    return call(api.POST('/api/v1/uploads/{id}/complete', {params, signal}));
  }
  const onReceived = (bytes: number) => tell({type: 'received', piece: number, bytes});
  const file = fileOf(piece);
  if (upload.kind === 'multipart') {
    const parts = await sendParts(upload, file, onReceived, signal);
    return call(api.POST('/api/v1/uploads/{id}/complete', {params, body: {parts}, signal}));
  }
  const {sendTus} = await import('./sendTus');
  await sendTus(upload, file, onReceived, signal);
  return call(api.POST('/api/v1/uploads/{id}/complete', {params, signal}));
}

/** The upload as the server knows it; absent if it was never announced or given up meanwhile. */
async function known({tell, signal}: Sending, number: number, piece: Piece): Promise<Upload | undefined> {
  if (!piece.uploadId) {
    return undefined;
  }
  try {
    return await call(api.GET('/api/v1/uploads/{id}', {params: {path: {id: piece.uploadId}}, signal}));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) {
      tell({type: 'forgotten', piece: number});
      return undefined;
    }
    throw error;
  }
}

function announce({transfer, signal}: Sending, {purpose, mark}: Piece): Promise<Upload> {
  const {fileName, sizeBytes} = mark;
  const title = purpose === 'master' ? {title: submissionOf(transfer())} : {};
  return call(api.POST('/api/v1/uploads', {body: {fileName: fileName.slice(-200), sizeBytes, purpose, ...title}, signal}));
}
