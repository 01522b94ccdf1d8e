/** The DASH media presentation description (ISO/IEC 23009-1). Knows nothing of HLS. */
package dev.reelway.manifest.dash;
