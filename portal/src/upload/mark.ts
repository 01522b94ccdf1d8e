import {HEAD_BYTES} from './container';

/** What tells a chosen file from others: name, size and a hash of its first bytes. */
export interface Mark {
  fileName: string;
  sizeBytes: number;
  head: string;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a of 32 bits: finds the same file again, and works where a page has no crypto.subtle. */
export function hashOf(bytes: Uint8Array): string {
  let hash = FNV_OFFSET;
  for (const byte of bytes) {
    hash = Math.imul(hash ^ byte, FNV_PRIME);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export async function headOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
}

export function markOf(file: File, head: Uint8Array): Mark {
  return {fileName: file.name, sizeBytes: file.size, head: hashOf(head)};
}

export function isSameFile(one: Mark, other: Mark): boolean {
  return one.fileName === other.fileName && one.sizeBytes === other.sizeBytes && one.head === other.head;
}
