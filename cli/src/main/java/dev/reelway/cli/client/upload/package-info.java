/** Sends a master to a server in pieces, and continues what was interrupted. */
package dev.reelway.cli.client.upload;
