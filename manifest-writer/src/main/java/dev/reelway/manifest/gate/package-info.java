/**
 * The gate between a finished title and its viewers.
 *
 * <pre>
 *   packagers: put a segment → read it back → judge, measure, hash it
 *                                                                     ↓ (as long as the title)
 *   publisher: put manifests → read them back → listing against stamps, measures against manifests
 *                                                                     ↓
 *                                               let through and flip, or hold
 * </pre>
 */
package dev.reelway.manifest.gate;
