import type {Kind} from './container';
import {strings} from '../strings';
import {bytes} from '../ui/format';

/** What a look at the file alone tells; blocking ones are never sent. */
export interface Check {
  isBlocking: boolean;
  text: string;
}

const text = strings.upload;
const LARGEST_TEXT_BYTES = 16 * 1024 * 1024;

export function checkMaster(sizeBytes: number, kind: Kind, largestBytes: number): Check[] {
  return [
    ...checkSize(sizeBytes, largestBytes),
    ...(sizeBytes > 0 && kind.use === 'none' ? [{isBlocking: true, text: text.notVideo(kind.name ?? '')}] : []),
    ...(kind.use === 'text' ? [{isBlocking: true, text: text.textAlone}] : []),
    ...(sizeBytes > 0 && kind.use === 'unknown' ? [{isBlocking: false, text: text.unknownKind}] : []),
    ...(kind.use === 'sound' ? [{isBlocking: false, text: text.soundOnly}] : []),
  ];
}

export function checkSidecar(sizeBytes: number, kind: Kind, largestBytes: number): Check[] {
  const isTooMuchText = kind.use === 'text' && sizeBytes > LARGEST_TEXT_BYTES;
  return [
    ...checkSize(sizeBytes, largestBytes),
    ...(sizeBytes > 0 && kind.use === 'none' ? [{isBlocking: true, text: text.notSidecar(kind.name ?? '')}] : []),
    ...(isTooMuchText ? [{isBlocking: true, text: text.tooLarge(bytes(LARGEST_TEXT_BYTES))}] : []),
  ];
}

function checkSize(sizeBytes: number, largestBytes: number): Check[] {
  if (sizeBytes === 0) {
    return [{isBlocking: true, text: text.emptyFile}];
  }
  return sizeBytes > largestBytes ? [{isBlocking: true, text: text.tooLarge(bytes(largestBytes))}] : [];
}
