/** Titles of a server in plain words. */
package dev.reelway.cli.client.title;
