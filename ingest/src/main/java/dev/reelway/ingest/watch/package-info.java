/**
 * Watch folders: whatever is put into a bucket's prefix or a local folder becomes a title, once and
 * only when it is complete.
 *
 * <pre>
 *  WatchPlace ─list▶ Arrival + marks in storage → Readiness ─due▶ sidecar → SubmitForm → Acceptance
 * </pre>
 *
 * A notification of a store is a look at one file; the regular look finds what notifications
 * missed.
 */
package dev.reelway.ingest.watch;
