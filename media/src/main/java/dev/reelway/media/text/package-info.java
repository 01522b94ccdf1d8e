/**
 * Subtitles: readers of every text format, one cue model, and the WebVTT that comes out. Pure:
 * knows neither FFmpeg nor storage.
 */
package dev.reelway.media.text;
