package dev.reelway.isobmff.box;

import java.util.List;
import java.util.Set;

/**
 * In {@code stsd}; WebVTT in boxes (ISO/IEC 14496-30 clause 5.4) or a plain text file in each
 * sample (ISO/IEC 14496-12 clause 12.5.3).
 *
 * @param type one of {@link #TYPES}
 * @param mimeType of the files, for {@link #SIMPLE_TEXT} only, else empty
 * @param children {@code vttC} first, then {@code btrt}
 */
public record TextSampleEntry(FourCc type, String mimeType, List<Box> children)
    implements SampleEntry {
  /** WebVTT in boxes. */
  public static final FourCc WEB_VTT = FourCc.of("wvtt");

  /** A text file in each sample. */
  public static final FourCc SIMPLE_TEXT = FourCc.of("stxt");

  /** Every type that is read as a text sample entry. */
  public static final Set<FourCc> TYPES = Set.of(WEB_VTT, SIMPLE_TEXT);

  private static final int RESERVED_BYTES = 6;

  /** Copies the list. */
  public TextSampleEntry {
    children = List.copyOf(children);
  }

  /** WebVTT in boxes, of files that have no head of their own. */
  public static TextSampleEntry webVtt(BitRateBox bitRate) {
    Box head = new WebVttTextBox(WebVttTextBox.CONFIGURATION, "WEBVTT");
    return new TextSampleEntry(WEB_VTT, "", List.of(head, bitRate));
  }

  /** A whole file in each sample. */
  public static TextSampleEntry files(String mimeType) {
    return new TextSampleEntry(SIMPLE_TEXT, mimeType, List.of());
  }

  static TextSampleEntry read(BoxReader in) {
    in.skip(RESERVED_BYTES + Short.BYTES);
    String mimeType = "";
    if (in.type().equals(SIMPLE_TEXT)) {
      in.text(); // no content encoding is known here
      mimeType = in.text();
    }
    return new TextSampleEntry(in.type(), mimeType, in.boxes());
  }

  @Override
  public void write(BoxWriter out) {
    out.zeros(RESERVED_BYTES).u16(1); // data_reference_index
    if (type.equals(SIMPLE_TEXT)) {
      out.text("").text(mimeType);
    }
    out.boxes(children);
  }
}
