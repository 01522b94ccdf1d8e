/**
 * Decodes the tracks of a package and compares them with the master, for {@code reelway verify}.
 */
package dev.reelway.cli.verify.decode;
