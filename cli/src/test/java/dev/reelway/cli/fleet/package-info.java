/** A fleet of real processes, and what befalls it. */
package dev.reelway.cli.fleet;
