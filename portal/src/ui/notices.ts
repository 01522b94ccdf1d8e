import {useValue, Value} from '../api/Value';

export interface Toast {
  id: number;
  tone: 'good' | 'bad';
  text: string;
  /** The code and advice of an error. */
  detail?: string;
}

const GOOD_MS = 5_000;
const BAD_MS = 15_000;
const toasts = new Value<readonly Toast[]>([]);
let lastId = 0;

export function dismiss(id: number) {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}

/** Tells, for a while, what became of something; read out by screen readers. */
export function toast(tone: Toast['tone'], text: string, detail?: string) {
  lastId += 1;
  const id = lastId;
  toasts.set([...toasts.get().slice(-3), {id, tone, text, detail}]);
  setTimeout(() => dismiss(id), tone === 'good' ? GOOD_MS : BAD_MS);
}

export function useToasts(): readonly Toast[] {
  return useValue(toasts);
}
