package dev.reelway.isobmff.box;

/**
 * In {@code mdia}; the kind of media in a track (ISO/IEC 14496-12 clause 8.4.3).
 *
 * @param handler {@link #VIDEO}, {@link #SOUND}, {@link #TEXT}, {@link #SUBTITLE} or another kind
 * @param name for people who look into the file
 */
public record HandlerBox(FourCc handler, String name) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("hdlr");

  /** Pictures. */
  public static final FourCc VIDEO = FourCc.of("vide");

  /** Sound. */
  public static final FourCc SOUND = FourCc.of("soun");

  /** Text. */
  public static final FourCc TEXT = FourCc.of("text");

  /** Subtitles that are more than plain text. */
  public static final FourCc SUBTITLE = FourCc.of("subt");

  private static final int RESERVED_BYTES = 12;

  static HandlerBox read(BoxReader in) {
    in.version(0);
    FourCc handler = in.skip(3 + 4).fourCc();
    String name = in.skip(RESERVED_BYTES).text();
    in.skip(in.remaining());
    return new HandlerBox(handler, name);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0).zeros(4).fourCc(handler).zeros(RESERVED_BYTES).text(name);
  }
}
