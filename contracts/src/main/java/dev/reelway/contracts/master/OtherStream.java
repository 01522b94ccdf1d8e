package dev.reelway.contracts.master;

/**
 * A stream that is not used, named so that nobody wonders where it went.
 *
 * @param index stream number in the container
 * @param type {@code video}, {@code audio}, {@code subtitle}, {@code data} or {@code attachment}
 * @param codec FFmpeg's codec name, may be empty
 * @param reason why it is left out, one sentence
 */
public record OtherStream(int index, String type, String codec, String reason) {}
