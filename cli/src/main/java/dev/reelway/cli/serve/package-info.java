/** Commands that keep running: the roles of a fleet, each alone or all in one process. */
package dev.reelway.cli.serve;
