/** Reads MPDs and judges them. Shares no code with what writes MPDs. */
package dev.reelway.conformance.dash;
