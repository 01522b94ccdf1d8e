package dev.reelway.isobmff.box;

import java.util.List;

/**
 * In {@code stsd}; subtitles whose samples are XML documents (ISO/IEC 14496-12 clause 12.6.3).
 *
 * @param namespaces of the documents, parted by spaces
 * @param children {@code btrt}, then {@code mime}
 */
public record XmlSubtitleSampleEntry(String namespaces, List<Box> children) implements SampleEntry {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("stpp");

  private static final String TTML = "http://www.w3.org/ns/ttml";
  private static final int RESERVED_BYTES = 6;

  /** Copies the list. */
  public XmlSubtitleSampleEntry {
    children = List.copyOf(children);
  }

  /** TTML of a profile that RFC 6381 and the W3C's registry know by {@code processor}. */
  public static XmlSubtitleSampleEntry ttml(String processor, BitRateBox bitRate) {
    MimeBox mime = new MimeBox("application/ttml+xml;codecs=" + processor);
    return new XmlSubtitleSampleEntry(TTML, List.of(bitRate, mime));
  }

  static XmlSubtitleSampleEntry read(BoxReader in) {
    in.skip(RESERVED_BYTES + Short.BYTES);
    String namespaces = in.text();
    in.text(); // where the schema is
    in.text(); // media types of images that come with the documents
    return new XmlSubtitleSampleEntry(namespaces, in.boxes());
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.zeros(RESERVED_BYTES).u16(1); // data_reference_index
    out.text(namespaces).text("").text("").boxes(children);
  }
}
