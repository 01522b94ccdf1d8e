/**
 * ISO base media files: boxes that read and write themselves, CMAF init segments and fragments, and
 * a scanner for fragmented files.
 *
 * <pre>
 *   codec   elementary streams: AVC byte streams and AAC configuration, no boxes
 *   box     one record per box; bytes in, record out, and back
 *   cmaf    the writer: init segment, fragment, segment header
 *   read    the reader: top-level walk, fragment scan, track description
 * </pre>
 *
 * Times are {@code long} ticks of the track's timescale, sizes are bytes.
 */
package dev.reelway.isobmff;
