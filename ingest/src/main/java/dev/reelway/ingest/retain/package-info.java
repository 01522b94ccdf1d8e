/**
 * What may be removed from storage, and when. Nothing is removed because it is old alone, but
 * because nothing that is alive refers to it:
 *
 * <pre>
 *  title at work    → its plan → work objects                      kept, always
 *  published lately → its plan → work objects                      kept for a while, to be reused
 *  version with manifests → its plan → tracks                      kept, always
 * </pre>
 */
package dev.reelway.ingest.retain;
