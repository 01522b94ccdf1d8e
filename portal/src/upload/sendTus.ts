import {DetailedError, Upload as TusUpload} from 'tus-js-client';
import {refusalOf, unreachable} from '../api/ApiError';
import {authorization, refused} from '../api/session';
import type {Upload} from '../api/types';

/** Requests end now and then, so that a long upload outlives time limits between here and the server. */
const CHUNK_BYTES = 64 * 1024 * 1024;

/** Sends what the server does not have yet, by tus 1.0.0. Waiting and trying again is the caller's. */
export function sendTus(upload: Upload, file: File, onReceived: (bytes: number) => void, signal: AbortSignal): Promise<void> {
  const key = authorization();
  return new Promise((resolve, reject) => {
    const tus = new TusUpload(file, {
      uploadUrl: new URL(upload.url, location.origin).href,
      headers: key ? {Authorization: key} : {},
      chunkSize: CHUNK_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onProgress: (sent) => onReceived(sent),
      onSuccess: () => resolve(),
      onError: (error) => reject(refusalIn(error, key)),
    });
    signal.addEventListener('abort', () => {
      void tus.abort();
      reject(signal.reason as Error);
    }, {once: true});
    tus.start();
  });
}

function refusalIn(error: Error | DetailedError, key: string | undefined): Error {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  const status = answer?.getStatus() ?? 0;
  if (!answer || status === 0) {
    return unreachable();
  }
  if (status === 401) {
    refused(key);
  }
  const wait = answer.getHeader('Retry-After');
  const response = new Response(null, {status, headers: wait ? {'Retry-After': wait} : {}});
  return refusalOf(response, parsed(answer.getBody()));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
