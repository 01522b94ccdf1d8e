/** Reads HLS playlists and judges them. Shares no code with what writes playlists. */
package dev.reelway.conformance.hls;
