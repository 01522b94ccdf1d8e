package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * In a {@code wvtt} sample; a cue that is shown as long as the sample lasts (ISO/IEC 14496-30
 * clause 5.5.4).
 *
 * @param children its parts, in file order
 */
public record WebVttCueBox(List<Box> children) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("vttc");

  /** Copies the list. */
  public WebVttCueBox {
    children = List.copyOf(children);
  }

  /**
   * A cue.
   *
   * @param sourceId the same in all samples that show it
   * @param settings WebVTT cue settings, may be empty
   * @param text WebVTT cue text
   */
  public static WebVttCueBox of(int sourceId, String settings, String text) {
    List<Box> parts = new ArrayList<>(List.of(new WebVttSourceIdBox(sourceId)));
    if (!settings.isEmpty()) {
      parts.add(new WebVttTextBox(WebVttTextBox.SETTINGS, settings));
    }
    parts.add(new WebVttTextBox(WebVttTextBox.PAYLOAD, text));
    return new WebVttCueBox(parts);
  }

  static WebVttCueBox read(BoxReader in) {
    return new WebVttCueBox(in.boxes());
  }

  /** The text of one of its parts, empty if it has no such part. */
  public String text(FourCc part) {
    return Boxes.all(children, WebVttTextBox.class).stream()
        .filter(box -> box.type().equals(part))
        .map(WebVttTextBox::text)
        .findFirst()
        .orElse("");
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.boxes(children);
  }
}
