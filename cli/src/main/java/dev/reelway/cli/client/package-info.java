/** Commands that ask a server: thin, since all decisions are the server's. */
package dev.reelway.cli.client;
