/** Which server a command talks to, and with which key. */
package dev.reelway.cli.client.server;
