/** HLS playlists (RFC 8216 and draft-pantos-hls-rfc8216bis). Knows nothing of DASH. */
package dev.reelway.manifest.hls;
