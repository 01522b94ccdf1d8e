/**
 * What must be known of elementary streams to carry them in boxes: AVC byte streams (ISO/IEC
 * 14496-10 Annex B) and the AAC configuration (ISO/IEC 14496-3). Knows nothing of boxes.
 */
package dev.reelway.isobmff.codec;
