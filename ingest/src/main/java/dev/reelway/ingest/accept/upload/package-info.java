/**
 * Masters that come in through us or past us, resumable in both cases.
 *
 * <pre>
 *  one machine  POST /uploads → PATCH, PATCH … (tus) into a staging folder → moved into the store
 *  a cluster    POST /uploads → PUT part, PUT part … straight to the store → complete
 * </pre>
 */
package dev.reelway.ingest.accept.upload;
