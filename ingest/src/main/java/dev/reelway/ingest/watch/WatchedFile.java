package dev.reelway.ingest.watch;

import java.time.Instant;

/**
 * A file as a listing shows it.
 *
 * @param name inside the watched place, with slashes
 * @param sizeBytes its length so far
 * @param modifiedAt its date
 */
record WatchedFile(String name, long sizeBytes, Instant modifiedAt) {}
