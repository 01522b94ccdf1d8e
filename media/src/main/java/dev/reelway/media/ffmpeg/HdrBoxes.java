package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.ContentLightLevelBox;
import dev.reelway.isobmff.box.MasteringDisplayColourVolumeBox;
import java.util.ArrayList;
import java.util.List;

/** HDR metadata as boxes of a sample entry. */
final class HdrBoxes {

  private HdrBoxes() {}

  static List<Box> of(HdrMetadata hdr) {
    List<Box> boxes = new ArrayList<>();
    hdr.mastering().ifPresent(display -> boxes.add(display(display)));
    hdr.light()
        .ifPresent(
            light ->
                boxes.add(
                    new ContentLightLevelBox(light.maxContentLight(), light.maxFrameAverage())));
    return boxes;
  }

  private static Box display(HdrMetadata.MasteringDisplay display) {
    return new MasteringDisplayColourVolumeBox(
        List.of(point(display.green()), point(display.blue()), point(display.red())),
        point(display.white()),
        display.maxLuminance(),
        display.minLuminance());
  }

  private static MasteringDisplayColourVolumeBox.Point point(HdrMetadata.Point point) {
    return new MasteringDisplayColourVolumeBox.Point(point.x(), point.y());
  }
}
