/** What decoding a track gives: the numbers that the judge of packages asks for. */
package dev.reelway.contracts.decode;
