/**
 * The writer side of CMAF (ISO/IEC 23000-19): one track per file, one run per fragment, media time
 * on the track's own clock.
 *
 * <pre>
 *   InitSegment            Fragment 1        Fragment 2
 *   ftyp moov              moof mdat         moof mdat        …    an encoded file
 *
 *   init.mp4 │ styp moof mdat │ styp moof mdat │ …                 the same, packaged
 * </pre>
 */
package dev.reelway.isobmff.cmaf;
