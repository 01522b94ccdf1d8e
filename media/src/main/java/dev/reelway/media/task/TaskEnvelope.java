package dev.reelway.media.task;

/**
 * What a child process is started with.
 *
 * @param masterBytes length of the master
 * @param task what to do
 */
public record TaskEnvelope(long masterBytes, MediaTask task) {}
