/** TTML and its profiles (W3C TTML1, IMSC1, EBU-TT-D), read with the platform's own StAX. */
package dev.reelway.media.text.ttml;
