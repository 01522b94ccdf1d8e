/**
 * Boxes of ISO/IEC 14496-12, -14 and -15: one record per box, {@code write} next to {@code read}.
 *
 * <pre>
 *   ftyp                          styp  sidx
 *   moov                          moof
 *    ├ mvhd                        ├ mfhd
 *    ├ trak                        └ traf
 *    │  ├ tkhd                        ├ tfhd
 *    │  ├ edts ─ elst                 ├ tfdt
 *    │  └ mdia                        └ trun
 *    │     ├ mdhd                  mdat
 *    │     ├ hdlr
 *    │     └ minf
 *    │        ├ vmhd | smhd
 *    │        ├ dinf ─ dref ─ url
 *    │        └ stbl ─ stts stsc stsz stco
 *    │           └ stsd
 *    │              ├ avc1 ─ avcC colr pasp btrt
 *    │              └ mp4a ─ esds btrt
 *    └ mvex ─ mehd trex
 * </pre>
 *
 * Boxes that have no record are kept as {@link dev.reelway.isobmff.box.UnknownBox}. A record that
 * was read is written with the versions this package prefers: the smallest that fits, but always 1
 * for {@code tfdt}, {@code trun} and {@code sidx}.
 */
package dev.reelway.isobmff.box;
