/** Faults planted into a good package, and whether each is found. */
package dev.reelway.conformance.fault;
