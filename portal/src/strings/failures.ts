/** Whose fault a failure is. */
export type Fault = 'user' | 'master' | 'system';

export interface Explanation {
  fault: Fault;
  advice: string;
}

/** Whose fault each failure is and what to do about it; the codes are those of docs/failure-codes.md. */
export const failures = {
  MASTER_NOT_FOUND: {fault: 'master', advice: 'Check the address of the master, or upload it.'},
  MASTER_CHANGED: {fault: 'master', advice: 'Encode the title again; a master must not change while it is used.'},
  MASTER_EMPTY: {fault: 'master', advice: 'Upload the master again; the upload was probably cut off.'},
  MASTER_MALFORMED: {fault: 'master', advice: 'Export the master again from the editing system and upload that file.'},
  MASTER_TRUNCATED: {fault: 'master', advice: 'Upload the complete file; the end of this one is missing.'},
  MASTER_DAMAGED: {fault: 'master', advice: 'Replace the master, or encode again and bridge what is damaged: the picture stands still there, the sound is silent.'},
  MASTER_ENCRYPTED: {fault: 'master', advice: 'Deliver the master without encryption (DRM).'},
  MASTER_IS_A_PLAYLIST: {fault: 'master', advice: 'Upload the media file itself; lists of other files are never opened.'},
  MASTER_UNSUPPORTED: {fault: 'master', advice: 'Convert the master to a supported format and upload it again.'},
  MASTER_WITHOUT_MEDIA: {fault: 'master', advice: 'Upload a file with a picture or a sound track.'},
  LADDER_INVALID: {fault: 'user', advice: 'Correct the named field of the ladder, or choose another profile.'},
  USAGE_INVALID: {fault: 'user', advice: 'Choose other settings; the sentence above says which.'},
  REQUEST_INVALID: {fault: 'user', advice: 'Correct the named field and submit again.'},
  TITLE_EXISTS: {fault: 'user', advice: 'Choose another id, or make a new version of the title.'},
  OUTPUT_OCCUPIED: {fault: 'user', advice: 'Whoever runs the server must choose another folder for the output.'},
  OUTPUT_IN_USE: {fault: 'user', advice: 'Wait until the other run has ended, then try again.'},
  ENCODER_CRASHED: {fault: 'system', advice: 'Try again; if it repeats, report the master.'},
  ENCODER_STALLED: {fault: 'system', advice: 'Try again; if it repeats, report the master.'},
  ENCODER_OUT_OF_MEMORY: {fault: 'system', advice: 'Choose a smaller ladder, or ask whoever runs the server to give tasks more memory.'},
  CHUNK_INVALID: {fault: 'system', advice: 'Try again; if it repeats, report it.'},
  PACKAGE_INVALID: {fault: 'system', advice: 'Try again, which makes the segments anew; if it repeats, report it with what was found.'},
  STORAGE_UNAVAILABLE: {fault: 'system', advice: 'Try again later; whoever runs the server should check the storage and its credentials.'},
  STORAGE_FULL: {fault: 'system', advice: 'Whoever runs the server must free some space; then try again.'},
  MESSAGING_UNAVAILABLE: {fault: 'system', advice: 'Try again later; whoever runs the server should check that Kafka can be reached.'},
  CONFIG_INVALID: {fault: 'user', advice: 'Whoever runs the server must correct the named setting.'},
  CANCELLED: {fault: 'user', advice: 'Try again to go on; what was finished is not encoded again.'},
  INVARIANT_BROKEN: {fault: 'system', advice: 'This is a bug in Reelway; please report it.'},
} as const satisfies Record<string, Explanation>;

const unknown: Explanation = {fault: 'system', advice: 'Try again; if it repeats, report it with its code.'};

/** In general words for codes that the portal does not know. */
export function explanationOf(kind: string): Explanation {
  const known: Partial<Record<string, Explanation>> = failures;
  return known[kind] ?? unknown;
}
