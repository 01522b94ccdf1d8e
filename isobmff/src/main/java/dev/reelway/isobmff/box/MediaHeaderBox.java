package dev.reelway.isobmff.box;

import java.util.regex.Pattern;

/**
 * In {@code mdia}; timescale and language of a track (ISO/IEC 14496-12 clause 8.4.2).
 *
 * @param creationTime seconds since 1904-01-01 UTC
 * @param modificationTime seconds since 1904-01-01 UTC
 * @param timescale ticks per second of every time in the track
 * @param durationTicks 0 in a file whose samples are all in fragments
 * @param language three lower-case letters of ISO 639-2/T; {@code und} when not known
 */
public record MediaHeaderBox(
    long creationTime, long modificationTime, long timescale, long durationTicks, String language)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("mdhd");

  /** The language code for "undetermined". */
  public static final String UNDETERMINED = "und";

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{3}");
  private static final int LETTER_BASE = 0x60;

  /** Refuses a language that is not three lower-case letters. */
  public MediaHeaderBox {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("not an ISO 639-2/T language code: " + language);
    }
  }

  static MediaHeaderBox read(BoxReader in) {
    int version = in.version(1);
    in.u24();
    long creationTime = in.time(version);
    long modificationTime = in.time(version);
    long timescale = in.u32();
    long durationTicks = in.time(version);
    String language = unpack(in.u16());
    in.skip(2);
    return new MediaHeaderBox(creationTime, modificationTime, timescale, durationTicks, language);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    int version = BoxWriter.versionFor(creationTime, modificationTime, durationTicks);
    out.versionAndFlags(version, 0)
        .time(version, creationTime)
        .time(version, modificationTime)
        .u32(timescale)
        .time(version, durationTicks)
        .u16(pack(language))
        .zeros(2);
  }

  private static int pack(String language) {
    int packed = 0;
    for (int i = 0; i < language.length(); i++) {
      packed = packed << 5 | (language.charAt(i) - LETTER_BASE);
    }
    return packed;
  }

  /** Old files hold QuickTime's language numbers here; those become "undetermined". */
  private static String unpack(int packed) {
    char[] letters = new char[3];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (char) (LETTER_BASE + (packed >>> (10 - 5 * i) & 0x1f));
    }
    String language = new String(letters);
    return LANGUAGE.matcher(language).matches() ? language : UNDETERMINED;
  }
}
