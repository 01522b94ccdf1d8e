package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.WebVttCueBox;
import dev.reelway.isobmff.box.WebVttTextBox;
import dev.reelway.media.text.cue.Cue;
import java.util.ArrayList;
import java.util.List;

/** Samples of WebVTT in MP4 (ISO/IEC 14496-30): all cues that are shown while a sample lasts. */
final class WvttSample {

  private WvttSample() {}

  static List<Cue> cues(Rational start, Rational end, byte[] sample) {
    try {
      List<Cue> cues = new ArrayList<>();
      for (Box box : Boxes.read(sample, 0)) {
        if (box instanceof WebVttCueBox cue) {
          String settings = cue.text(WebVttTextBox.SETTINGS);
          WebVttText.cue(start, end, settings, cue.text(WebVttTextBox.PAYLOAD))
              .ifPresent(cues::add);
        }
      }
      return cues;
    } catch (BoxException e) {
      return List.of(); // no boxes, so no text to rescue
    }
  }
}
