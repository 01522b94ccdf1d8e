import {Upload as Tus} from 'tus-js-client';
import {api, authorizedFetch, call} from '../../api/client';
import {refusalOf, unreachable} from '../../api/ApiError';
import {authorization} from '../../api/session';
import type {Title, Upload} from '../../api/types';

/** Puts a file beside a title's masters; gives the address to name in `sidecars`. */
export async function uploadSidecar(title: Title, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<string> {
  const upload = await call(api.POST('/api/v1/uploads', {
    body: {fileName: file.name, sizeBytes: file.size, purpose: 'sidecar', title: {id: title.titleId}}, signal,
  }));
  if (upload.kind === 'tus') {
    await sendTus(upload, file, onProgress, signal);
  } else {
    await sendParts(upload, file, onProgress, signal);
  }
  return await sourceOf(upload.uploadId, signal);
}

function sendTus({url}: Upload, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const tus = new Tus(file, {
      uploadUrl: new URL(url, location.origin).href,
      retryDelays: [0, 1000, 3000, 10_000, 30_000],
      storeFingerprintForResuming: false,
      onBeforeRequest: (request) => request.setHeader('Authorization', authorization() ?? ''),
      onProgress: (sent, total) => onProgress(total ? sent / total : 0),
      onSuccess: () => resolve(),
      onError: () => reject(unreachable()),
    });
    signal.addEventListener('abort', () => {
      void tus.abort();
      reject(signal.reason as Error);
    });
    tus.start();
  });
}

async function sendParts({uploadId, partSizeBytes, sizeBytes}: Upload, file: File, onProgress: (share: number) => void, signal: AbortSignal) {
  const numbers = Array.from({length: Math.ceil(sizeBytes / partSizeBytes)}, (_, index) => index + 1);
  const {urls} = await call(api.POST('/api/v1/uploads/{id}/parts', {params: {path: {id: uploadId}}, body: {numbers}, signal}));
  const parts = [];
  for (const number of numbers) {
    const body = file.slice((number - 1) * partSizeBytes, number * partSizeBytes);
    const response = await fetch(urls[String(number)] ?? '', {method: 'PUT', body, signal});
    if (!response.ok) {
      throw unreachable();
    }
    parts.push({number, etag: response.headers.get('ETag') ?? ''});
    onProgress(number / numbers.length);
  }
  await call(api.POST('/api/v1/uploads/{id}/complete', {params: {path: {id: uploadId}}, body: {parts}, signal}));
}

async function sourceOf(uploadId: string, signal: AbortSignal): Promise<string> {
  const url = new URL(`/api/v1/uploads/${uploadId}`, location.origin);
  const response = await authorizedFetch(url, {signal});
  const body = await response.json() as Upload;
  if (!response.ok || body.source === undefined) {
    throw refusalOf(response, body);
  }
  return body.source;
}
