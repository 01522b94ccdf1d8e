/**
 * Judges a package of CMAF tracks with HLS and DASH manifests by its bytes alone, ours or anyone's.
 * It shares the reading of boxes with the rest and nothing that writes.
 *
 * <pre>
 *   place   where the package lies: a folder, a web server, a store
 *   rule    what is demanded, what was found, and the verdict
 *   model   what the manifests declare and what the bytes measure
 * </pre>
 */
package dev.reelway.conformance;
