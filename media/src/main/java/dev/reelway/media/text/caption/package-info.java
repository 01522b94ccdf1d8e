/** Closed captions inside pictures (ANSI/CTA-608 in A/53 user data). Pure, as its parent. */
package dev.reelway.media.text.caption;
