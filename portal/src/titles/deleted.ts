/** Titles that were deleted here: they go from lists at once, though the server needs a while. */
const deleted = new Set<string>();

export function markDeleted(id: string) {
  deleted.add(id);
}

export function isDeleted(id: string): boolean {
  return deleted.has(id);
}
