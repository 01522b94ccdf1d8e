import {api, call} from '../../api/client';
import type {Title, Upload} from '../../api/types';
import {sendParts} from '../../upload/sendParts';

/** Puts a file beside a title's masters; gives the address to name in `sidecars`. */
export async function uploadSidecar(title: Title, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<string> {
  const upload = await call(api.POST('/api/v1/uploads', {
    body: {fileName: file.name.slice(-200), sizeBytes: file.size, purpose: 'sidecar', title: {id: title.titleId}}, signal,
  }));
  const received = (bytes: number) => onProgress(bytes / file.size);
  const parts = upload.kind === 'multipart'
    ? {body: {parts: await sendParts(upload, file, received, signal)}}
    : await sendWhole(upload, file, received, signal);
  const whole = await call(api.POST('/api/v1/uploads/{id}/complete', {params: {path: {id: upload.uploadId}}, ...parts, signal}));
  if (!('source' in whole) || whole.source === undefined) {
    throw new Error(`The server gave no address to ${file.name}.`);
  }
  return whole.source;
}

async function sendWhole(upload: Upload, file: File, onReceived: (bytes: number) => void, signal: AbortSignal) {
  const {sendTus} = await import('../../upload/sendTus');
  await sendTus(upload, file, onReceived, signal);
  return {};
}
