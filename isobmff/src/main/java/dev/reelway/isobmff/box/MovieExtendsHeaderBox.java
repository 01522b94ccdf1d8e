package dev.reelway.isobmff.box;

/**
 * In {@code mvex}; the length of a movie whose samples are in fragments (ISO/IEC 14496-12 clause
 * 8.8.2).
 *
 * @param fragmentDurationTicks in the movie's timescale
 */
public record MovieExtendsHeaderBox(long fragmentDurationTicks) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("mehd");

  static MovieExtendsHeaderBox read(BoxReader in) {
    int version = in.version(1);
    in.u24();
    return new MovieExtendsHeaderBox(in.time(version));
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    int version = BoxWriter.versionFor(fragmentDurationTicks);
    out.versionAndFlags(version, 0).time(version, fragmentDurationTicks);
  }
}
