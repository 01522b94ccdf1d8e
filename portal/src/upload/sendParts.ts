import {ApiError} from '../api/ApiError';
import {api, call} from '../api/client';
import type {Part, Upload} from '../api/types';
import {strings} from '../strings';
import {rangesOf, type Range} from './ranges';

const AT_ONCE = 3;
/** Addresses hold for an hour: only those of the next minutes are asked for. */
const ADDRESSES = 12;

/** Puts the parts that the store does not have yet, three at a time; gives all of them. */
export async function sendParts(upload: Upload, file: File, onReceived: (bytes: number) => void, signal: AbortSignal): Promise<Part[]> {
  const all = rangesOf(file.size, upload.partSizeBytes);
  const parts = new Map(upload.parts.map((part) => [part.number, part]));
  const sent = new Map(all.filter(({number}) => parts.has(number)).map(({number, from, to}) => [number, to - from]));
  const note = (number: number, bytes: number) => {
    sent.set(number, bytes);
    onReceived([...sent.values()].reduce((sum, each) => sum + each, 0));
  };
  const rest = all.filter(({number}) => !parts.has(number));
  while (rest.length > 0) {
    const next = rest.splice(0, ADDRESSES);
    const {urls} = await call(api.POST('/api/v1/uploads/{id}/parts', {
      params: {path: {id: upload.uploadId}}, body: {numbers: next.map(({number}) => number)}, signal,
    }));
    await sendSome(next, signal, async ({number, from, to}, end) => {
      const etag = await put(urls[number] ?? '', file.slice(from, to), (bytes) => note(number, bytes), end);
      parts.set(number, {number, etag});
    });
  }
  return [...parts.values()].sort((one, other) => one.number - other.number);
}

/** One that fails ends the others: the next try must not find them still on their way. */
async function sendSome(ranges: readonly Range[], signal: AbortSignal, step: (range: Range, end: AbortSignal) => Promise<void>): Promise<void> {
  const rest = ranges.values();
  const failed = new AbortController();
  const end = AbortSignal.any([signal, failed.signal]);
  try {
    await Promise.all(Array.from({length: AT_ONCE}, async () => {
      for (const range of rest) {
        await step(range, end);
      }
    }));
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}

/** By XMLHttpRequest: fetch does not tell how much of a body has gone. */
function put(url: string, body: Blob, onSent: (bytes: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.upload.onprogress = ({loaded}) => onSent(loaded);
    request.onerror = () => reject(fault('unreachable', 0));
    request.onabort = () => reject(signal.reason as Error);
    request.onload = () => {
      const etag = request.getResponseHeader('ETag');
      if (request.status >= 300) {
        reject(fault('refused', 503, request.status));
      } else if (etag) {
        onSent(body.size);
        resolve(etag);
      } else {
        reject(fault('withoutTag', 400));
      }
    };
    signal.addEventListener('abort', () => request.abort(), {once: true});
    request.send(body);
  });
}

/** What the store did; with a status that says whether trying again may help. */
function fault(kind: keyof typeof strings.upload.store, status: number, answer = status): ApiError {
  const {detail, advice, code} = strings.upload.store[kind];
  return new ApiError({status, code, detail: detail(answer), advice});
}
