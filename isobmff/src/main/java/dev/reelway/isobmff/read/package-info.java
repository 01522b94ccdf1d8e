/**
 * The reader side: walks the top-level boxes of any MP4 or QuickTime file by their headers alone,
 * scans fragmented files one movie fragment at a time, and describes a track for manifests. Media
 * data is never read.
 */
package dev.reelway.isobmff.read;
