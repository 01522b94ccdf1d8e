package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.media.scan.StreamScan;
import java.util.Optional;

/**
 * Why a picture or sound stream cannot be used.
 *
 * @param refusal how the master is refused when it has no better stream of that type, absent if the
 *     stream does not count at all
 * @param words the reason, to follow a colon
 */
record StreamFault(Optional<FailureKind> refusal, String words) {

  static Optional<StreamFault> of(StreamScan stream) {
    if (stream.packets() == 0) {
      return Optional.of(new StreamFault(Optional.empty(), "it is empty"));
    }
    if (stream.encrypted()) {
      return refusing(FailureKind.MASTER_ENCRYPTED, "it is encrypted");
    }
    if (!stream.decodable()) {
      String codec = stream.codec().isEmpty() ? "unknown" : "'" + stream.codec() + "'";
      return refusing(
          FailureKind.MASTER_UNSUPPORTED, "there is no decoder for its codec (" + codec + ")");
    }
    return stream.type().equals("video") ? ofPicture(stream) : ofSound(stream);
  }

  private static Optional<StreamFault> ofPicture(StreamScan stream) {
    StreamScan.Video facts = stream.video().orElse(null);
    if (facts == null || facts.width() <= 0 || facts.height() <= 0) {
      return refusing(FailureKind.MASTER_UNSUPPORTED, "its size is unknown or too large");
    }
    if (PictureSize.beyond(facts.width(), facts.height())) {
      return Optional.empty(); // refused with its size later
    }
    return facts.presentationTimes().size() == 0
        ? refusing(FailureKind.MASTER_DAMAGED, "none of its pictures can be decoded")
        : Optional.empty();
  }

  private static Optional<StreamFault> ofSound(StreamScan stream) {
    StreamScan.Audio facts = stream.audio().orElse(null);
    if (facts == null || facts.sampleRate() <= 0 || facts.channels() <= 0) {
      return refusing(
          FailureKind.MASTER_UNSUPPORTED, "its sample rate or number of channels is missing");
    }
    return stream.endTicks() <= stream.firstTicks()
        ? Optional.of(new StreamFault(Optional.empty(), "it has no duration"))
        : Optional.empty();
  }

  private static Optional<StreamFault> refusing(FailureKind kind, String words) {
    return Optional.of(new StreamFault(Optional.of(kind), words));
  }
}
