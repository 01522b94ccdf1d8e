/** The HTTP API as the commands call it. */
package dev.reelway.cli.client.http;
