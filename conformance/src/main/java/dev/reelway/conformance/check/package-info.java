/** The way of a check from an address to a verdict. */
package dev.reelway.conformance.check;
