/** Cues on the title's clock, cut into segments and written as WebVTT in both of its forms. */
package dev.reelway.media.text.write;
