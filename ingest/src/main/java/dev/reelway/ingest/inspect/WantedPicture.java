package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Master;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;
import java.util.List;

/** The picture that a submitter names by its stream number, or a sentence on why it cannot be. */
final class WantedPicture {

  private WantedPicture() {}

  static StreamScan of(Master master, MasterScan scan, int number) {
    StreamScan stream =
        scan.streams().stream()
            .filter(s -> s.index() == number)
            .findFirst()
            .orElseThrow(() -> refused(master, scan, "there is no stream %d".formatted(number)));
    if (!stream.type().equals("video")) {
      throw refused(master, scan, "stream %d is %s".formatted(number, stream.type()));
    }
    if (stream.attachedPicture()) {
      throw refused(master, scan, "stream %d is a cover image".formatted(number));
    }
    StreamFault.of(stream)
        .ifPresent(
            fault -> {
              throw new ReelwayException(
                  fault.refusal().orElse(FailureKind.MASTER_WITHOUT_MEDIA),
                  "Stream %d (video) of '%s' cannot be used: %s."
                      .formatted(number, master.name(), fault.words()));
            });
    return stream;
  }

  private static ReelwayException refused(Master master, MasterScan scan, String why) {
    List<String> pictures =
        scan.streams().stream()
            .filter(s -> s.type().equals("video") && !s.attachedPicture())
            .map(s -> String.valueOf(s.index()))
            .toList();
    return new ReelwayException(
        FailureKind.REQUEST_INVALID,
        "The picture of '%s' cannot be chosen: %s, %s."
            .formatted(
                master.name(),
                why,
                pictures.isEmpty()
                    ? "and it holds no picture"
                    : "and its pictures are " + String.join(", ", pictures)));
  }
}
