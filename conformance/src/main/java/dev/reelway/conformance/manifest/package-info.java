/** What the readers of playlists and of MPDs have in common. */
package dev.reelway.conformance.manifest;
