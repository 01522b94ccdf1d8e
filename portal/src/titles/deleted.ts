/** Titles that were deleted: they go from lists at once, though the server needs a while. */
const deleted = new Set<string>();
/** Those of which the server says that nothing is left. */
const gone = new Set<string>();

export function markDeleted(id: string) {
  deleted.add(id);
}

export function markGone(id: string) {
  deleted.add(id);
  gone.add(id);
}

/** What is told of a title that was gone is about another one under its id. */
export function markThere(id: string) {
  if (gone.delete(id)) {
    deleted.delete(id);
  }
}

export function isDeleted(id: string): boolean {
  return deleted.has(id);
}
