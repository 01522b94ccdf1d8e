package dev.reelway.isobmff.box;

/**
 * In a sample entry of text or subtitles; the media type of its samples (ISO/IEC 14496-12 clause
 * 12.3.3.2).
 *
 * @param contentType with its parameters
 */
public record MimeBox(String contentType) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("mime");

  static MimeBox read(BoxReader in) {
    in.version(0);
    String contentType = in.skip(3).text();
    in.skip(in.remaining());
    return new MimeBox(contentType);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0).text(contentType);
  }
}
