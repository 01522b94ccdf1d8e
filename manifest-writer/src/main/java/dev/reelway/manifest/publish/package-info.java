/** Makes a Presentation visible: playlists, a version's folder, then the public manifests. */
package dev.reelway.manifest.publish;
