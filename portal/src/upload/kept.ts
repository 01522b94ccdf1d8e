import {advance, type Transfer} from './transfer';

const PREFIX = 'reelway.upload.';
const TAB = 'reelway.tab';
/** A tab that did not renew its uploads for so long is gone. */
const GONE_MS = 90_000;

interface Kept {
  tab: string;
  at: number;
  transfer: Transfer;
}

/** Stays the same when the page is loaded again, and differs from that of other tabs. */
function tabId(): string {
  const id = sessionStorage.getItem(TAB) ?? Math.random().toString(36).slice(2);
  sessionStorage.setItem(TAB, id);
  return id;
}

function isWorthKeeping({state, pieces}: Transfer): boolean {
  return state !== 'done' && pieces.some(({uploadId}) => uploadId);
}

/** Keeps what is under way over a reload; never the files themselves. */
export function keep(transfers: readonly Transfer[]) {
  for (const transfer of transfers) {
    if (isWorthKeeping(transfer)) {
      const value: Kept = {tab: tabId(), at: Date.now(), transfer};
      localStorage.setItem(PREFIX + transfer.id, JSON.stringify(value));
    } else {
      drop(transfer.id);
    }
  }
}

export function drop(id: string) {
  localStorage.removeItem(PREFIX + id);
}

/** What an earlier page in this tab, or a tab that is gone, left under way. */
export function kept(): Transfer[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).flatMap(read);
}

function read(key: string): Transfer[] {
  try {
    const {tab, at, transfer} = JSON.parse(localStorage.getItem(key) ?? '') as Kept;
    return tab === tabId() || Date.now() - at > GONE_MS ? [advance(transfer, {type: 'reloaded'})] : [];
  } catch {
    // Written by another version of the portal: nothing can be made of it.
    localStorage.removeItem(key);
    return [];
  }
}
