/** A part of a file: its number from 1, and its bytes from and up to. */
export interface Range {
  number: number;
  from: number;
  to: number;
}

/** All parts of a file of this size. */
export function rangesOf(sizeBytes: number, partSizeBytes: number): Range[] {
  const many = Math.max(1, Math.ceil(sizeBytes / partSizeBytes));
  return Array.from({length: many}, (_, at) => ({
    number: at + 1,
    from: at * partSizeBytes,
    to: Math.min(sizeBytes, (at + 1) * partSizeBytes),
  }));
}
