import {useEffect, useEffectEvent} from 'react';
import {refusalOf, unreachable} from './ApiError';
import {authorizedFetch} from './client';
import {EventParser, type ServerEvent} from './eventStream';
import {pause} from './patience';
import type {Notification, Title} from './types';
import {useValue, Value} from './Value';
import {noteAnswer, noteWait} from './waits';

/** What the live connection tells; all titles share one connection. */
export interface LiveListener {
  onTitle?: (title: Title) => void;
  onNotification?: (notification: Notification) => void;
  /** Everything of the title is gone. */
  onDeleted?: (titleId: string) => void;
  /** The connection is there (again): read what may have changed meanwhile. */
  onConnected?: (again: boolean) => void;
}

export type LiveState = 'off' | 'connecting' | 'live';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** The server sends a comment every 15 s; twice as long without a byte means a dead connection. */
const SILENCE_MS = 35_000;

const listeners = new Set<LiveListener>();
const state = new Value<LiveState>('off');

function tell({event, data}: ServerEvent) {
  if (event === 'status') {
    const title = JSON.parse(data) as Title;
    listeners.forEach((listener) => listener.onTitle?.(title));
  } else if (event === 'notification') {
    const notification = JSON.parse(data) as Notification;
    listeners.forEach((listener) => listener.onNotification?.(notification));
  } else if (event === 'deleted') {
    const {titleId} = JSON.parse(data) as Pick<Title, 'titleId'>;
    listeners.forEach((listener) => listener.onDeleted?.(titleId));
  }
}

/** Reads events until the connection ends; throws where it breaks. */
async function readStream(signal: AbortSignal, onOpen: () => void): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await authorizedFetch(new URL('/api/v1/events', location.origin), {
      headers: {Accept: 'text/event-stream'},
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok || !response.body) {
      throw refusalOf(response, await response.json().catch(() => undefined));
    }
    onOpen();
    const parser = new EventParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      parser.push(part.value).forEach(tell);
    }
    throw unreachable();
  } finally {
    clearTimeout(timer);
  }
}

/** Waits, but not longer than until the network is back. */
async function pauseOrOnline(milliseconds: number, signal: AbortSignal): Promise<void> {
  const online = new AbortController();
  const isBack = () => online.abort();
  addEventListener('online', isBack);
  await pause(milliseconds, AbortSignal.any([signal, online.signal]));
  removeEventListener('online', isBack);
}

/** Keeps the connection until the signal; call it once for a session. */
export async function keepConnected(signal: AbortSignal): Promise<void> {
  let again = false;
  let wait = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    state.set('connecting');
    try {
      await readStream(signal, () => {
        noteAnswer();
        state.set('live');
        listeners.forEach((listener) => listener.onConnected?.(again));
        again = true;
        wait = FIRST_PAUSE_MS;
      });
    } catch (error) {
      // Whatever broke it, connecting again is the answer; a refused key ends the session elsewhere.
      again = true;
      if (wait > FIRST_PAUSE_MS && !signal.aborted) {
        noteWait(error, wait);
      }
    }
    if (!signal.aborted) {
      state.set('connecting');
      await pauseOrOnline(wait, signal);
      wait = Math.min(LONGEST_PAUSE_MS, wait * 2);
    }
  }
  state.set('off');
}

/** Calls the listener's functions while the component is shown. */
export function useLive(listener: LiveListener) {
  const onTitle = useEffectEvent((title: Title) => listener.onTitle?.(title));
  const onNotification = useEffectEvent((notification: Notification) => listener.onNotification?.(notification));
  const onDeleted = useEffectEvent((titleId: string) => listener.onDeleted?.(titleId));
  const onConnected = useEffectEvent((again: boolean) => listener.onConnected?.(again));
  useEffect(() => {
    const mine: LiveListener = {
      onTitle: (title) => onTitle(title),
      onNotification: (notification) => onNotification(notification),
      onDeleted: (titleId) => onDeleted(titleId),
      onConnected: (again) => onConnected(again),
    };
    listeners.add(mine);
    return () => {
      listeners.delete(mine);
    };
  }, []);
}

export function useLiveState(): LiveState {
  return useValue(state);
}
