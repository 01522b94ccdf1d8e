/** Where a package lies, and how its bytes are fetched from there. */
package dev.reelway.conformance.place;
