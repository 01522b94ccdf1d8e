/** Judges what decoding a package gave; the decoding itself is done elsewhere. */
package dev.reelway.conformance.decode;
