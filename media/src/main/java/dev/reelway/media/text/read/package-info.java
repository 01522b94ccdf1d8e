/**
 * Readers of subtitle files and of the packets of subtitle streams. Pure: knows neither FFmpeg nor
 * storage.
 */
package dev.reelway.media.text.read;
