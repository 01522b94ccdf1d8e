package dev.reelway.isobmff.box;

import dev.reelway.isobmff.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * In {@code vttc} and in the {@code wvtt} sample entry; a piece of a WebVTT file (ISO/IEC 14496-30
 * clauses 5.4.1 and 5.5.4). The text fills the box, without a zero byte at its end.
 *
 * @param type one of {@link #TYPES}
 * @param text in UTF-8
 */
public record WebVttTextBox(FourCc type, String text) implements Box {
  /** The head of the WebVTT file, in the sample entry. */
  public static final FourCc CONFIGURATION = FourCc.of("vttC");

  /** A cue's name. */
  public static final FourCc IDENTIFIER = FourCc.of("iden");

  /** A cue's settings. */
  public static final FourCc SETTINGS = FourCc.of("sttg");

  /** A cue's text. */
  public static final FourCc PAYLOAD = FourCc.of("payl");

  /** Every type that is read as a text box. */
  public static final Set<FourCc> TYPES = Set.of(CONFIGURATION, IDENTIFIER, SETTINGS, PAYLOAD);

  static WebVttTextBox read(BoxReader in) {
    byte[] letters = in.bytes(in.remaining()).toArray();
    return new WebVttTextBox(in.type(), new String(letters, StandardCharsets.UTF_8));
  }

  @Override
  public void write(BoxWriter out) {
    out.bytes(Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)));
  }
}
