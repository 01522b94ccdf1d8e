/** Where bytes lie: one small port with S3's semantics, in memory and in a directory. */
package dev.reelway.platform.storage;
