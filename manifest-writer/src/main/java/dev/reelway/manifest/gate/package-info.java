/**
 * The gate between a finished title and its viewers.
 *
 * <pre>
 *   packagers: put a segment → read it back → judge and measure it → seal
 *                                                                     ↓ (as long as the title)
 *   publisher: put manifests → read them back → listing against seals, measures against manifests
 *                                                                     ↓
 *                                               let through and flip, or hold
 * </pre>
 */
package dev.reelway.manifest.gate;
