package dev.reelway.media.text.caption;

/**
 * Two bytes of line 21 of one field.
 *
 * @param ticks presentation time of the picture that carries them
 * @param field 1 or 2
 * @param first without its parity bit
 * @param second without its parity bit
 */
public record CaptionPair(long ticks, int field, int first, int second) {

  /** Whether it is a control code: it chooses one of the field's two channels. */
  boolean isControl() {
    return first >= 0x10 && first <= 0x1f;
  }

  /** The channel that a control code is for: 1 to 4. */
  int channel() {
    return (field - 1) * 2 + ((first & 0x08) == 0 ? 1 : 2);
  }

  /** The control code's first byte as it is in channel 1. */
  int command() {
    int command = first & ~0x08;
    // Field 2 has codes of its own for what is 14 in field 1.
    return field == 2 && command == 0x15 && second < 0x30 ? 0x14 : command;
  }
}
