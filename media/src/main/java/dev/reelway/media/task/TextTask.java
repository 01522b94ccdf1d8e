package dev.reelway.media.task;

import dev.reelway.contracts.master.ClockMap;

/**
 * Reads one text track out of a file.
 *
 * @param streamIndex stream in the container; the picture's for captions inside it
 * @param captionChannel 1 to 4 for CEA-608 CC1 to CC4, else 0
 * @param clock how the container's clock is made even
 */
public record TextTask(int streamIndex, int captionChannel, ClockMap clock) implements MediaTask {}
