/** Compares the tracks of a package with one another, in exact fractions of a second. */
package dev.reelway.conformance.align;
