/** The one model of subtitles that everything is read into and written from. */
package dev.reelway.media.text.cue;
