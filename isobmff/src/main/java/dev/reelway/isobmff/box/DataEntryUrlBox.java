package dev.reelway.isobmff.box;

/**
 * In {@code dref}; the place of sample data (ISO/IEC 14496-12 clause 8.7.2).
 *
 * @param location a URL, or empty when the data is in this very file
 */
public record DataEntryUrlBox(String location) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("url ");

  /** The data is in this file. */
  public static final DataEntryUrlBox THIS_FILE = new DataEntryUrlBox("");

  private static final int SELF_CONTAINED = 1;

  static DataEntryUrlBox read(BoxReader in) {
    in.version(0);
    boolean selfContained = (in.u24() & SELF_CONTAINED) != 0;
    String location = in.text();
    return selfContained ? THIS_FILE : new DataEntryUrlBox(location);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    if (location.isEmpty()) {
      out.versionAndFlags(0, SELF_CONTAINED);
    } else {
      out.versionAndFlags(0, 0).text(location);
    }
  }
}
