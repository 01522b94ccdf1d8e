/** {@code reelway verify}: judges a package and tells people what is wrong with it. */
package dev.reelway.cli.verify;
