/** What a picture's bytes say of themselves: only the heads of units, nothing is decoded. */
package dev.reelway.conformance.bitstream;
