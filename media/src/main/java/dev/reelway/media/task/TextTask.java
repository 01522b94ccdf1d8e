package dev.reelway.media.task;

/**
 * Reads one text track out of a file.
 *
 * @param streamIndex stream in the container; the picture's for closed captions
 * @param captionChannel 1 to 4 for CEA-608 CC1 to CC4, else 0
 */
public record TextTask(int streamIndex, int captionChannel) implements MediaTask {}
