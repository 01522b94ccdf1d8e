package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.OtherStream;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;
import dev.reelway.media.text.read.TextCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which streams of a master become the title.
 *
 * <p>The picture is the stream marked as default, else the one with the most pixels, else the first
 * one, unless the submitter names a stream; cover images never count. All sound tracks that can be
 * decoded are used. A picture or the only sound that cannot be used refuses the master: a silent or
 * black title would surprise people.
 *
 * @param video the picture, if there is one
 * @param audio all usable sound tracks in container order
 * @param text all subtitle streams that hold readable text, in container order
 * @param others what is left out, with the reason
 * @param findings what people should know about the choice
 */
record StreamChoice(
    Optional<StreamScan> video,
    List<StreamScan> audio,
    List<StreamScan> text,
    List<OtherStream> others,
    List<Finding> findings) {

  private static final Comparator<StreamScan> MAIN_PICTURE_FIRST =
      Comparator.comparing(StreamScan::isDefault)
          .thenComparingLong(StreamChoice::pixels)
          .reversed()
          .thenComparingInt(StreamScan::index);

  /**
   * Chooses.
   *
   * @param wanted number of the stream whose picture is used; chosen by rule if absent
   */
  static StreamChoice of(Master master, MasterScan scan, OptionalInt wanted) {
    List<StreamScan> pictures = ofType(scan, "video").filter(s -> !s.attachedPicture()).toList();
    List<StreamScan> sounds = ofType(scan, "audio").toList();
    Optional<StreamScan> video =
        wanted.isPresent()
            ? Optional.of(WantedPicture.of(master, scan, wanted.getAsInt()))
            : pictures.stream().filter(s -> StreamFault.of(s).isEmpty()).min(MAIN_PICTURE_FIRST);
    List<StreamScan> audio = sounds.stream().filter(s -> StreamFault.of(s).isEmpty()).toList();
    refuseIfNoneIsUsable(master, pictures, video.isPresent());
    refuseIfNoneIsUsable(master, sounds, !audio.isEmpty());
    if (video.isEmpty() && audio.isEmpty()) {
      throw new ReelwayException(
          FailureKind.MASTER_WITHOUT_MEDIA,
          "'%s' holds neither a picture nor a sound track.".formatted(master.name()));
    }
    List<StreamScan> text = readableText(scan);
    List<OtherStream> others = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (StreamScan stream : scan.streams()) {
      if (!video.equals(Optional.of(stream)) && !audio.contains(stream) && !text.contains(stream)) {
        OtherStream other = leftOut(stream);
        others.add(other);
        finding(stream, other).ifPresent(findings::add);
      }
    }
    return new StreamChoice(video, audio, text, List.copyOf(others), List.copyOf(findings));
  }

  /** Subtitle streams whose words can be read. */
  static List<StreamScan> readableText(MasterScan scan) {
    return ofType(scan, "subtitle")
        .filter(s -> isReadable(s) && s.packets() > 0 && !s.encrypted())
        .toList();
  }

  private static boolean isReadable(StreamScan stream) {
    return TextCodec.isReadable(stream.codec()) || !stream.captions().channels().isEmpty();
  }

  private static java.util.stream.Stream<StreamScan> ofType(MasterScan scan, String type) {
    return scan.streams().stream().filter(s -> s.type().equals(type));
  }

  private static long pixels(StreamScan stream) {
    return stream.video().map(v -> (long) v.width() * v.height()).orElse(0L);
  }

  private static void refuseIfNoneIsUsable(
      Master master, List<StreamScan> streams, boolean oneIsUsable) {
    if (oneIsUsable) {
      return;
    }
    for (StreamScan stream : streams) {
      StreamFault fault = StreamFault.of(stream).orElseThrow();
      if (fault.refusal().isPresent()) {
        throw new ReelwayException(
            fault.refusal().get(),
            "Stream %d (%s) of '%s' cannot be used: %s."
                .formatted(stream.index(), stream.type(), master.name(), fault.words()));
      }
    }
  }

  private static OtherStream leftOut(StreamScan stream) {
    return new OtherStream(stream.index(), stream.type(), stream.codec(), reason(stream));
  }

  private static String reason(StreamScan stream) {
    if (stream.attachedPicture()) {
      return "It is a cover image, not a moving picture.";
    }
    return switch (stream.type()) {
      case "video", "audio" ->
          StreamFault.of(stream)
              .map(fault -> "It cannot be used: " + fault.words() + ".")
              .orElse("A title has one picture, and another stream was chosen.");
      case "subtitle" -> subtitleReason(stream);
      case "attachment" -> "Attached files are not part of a title.";
      default -> "Data streams are not part of a title.";
    };
  }

  private static String subtitleReason(StreamScan stream) {
    if (TextCodec.isPictures(stream.codec())) {
      return "Its subtitles are pictures; supply them as text, such as a WebVTT or SubRip file.";
    }
    if (stream.codec().equals("dvb_teletext")) {
      return "It is teletext; supply its subtitles as text, such as a WebVTT or SubRip file.";
    }
    if (stream.packets() == 0) {
      return "It is empty.";
    }
    if (stream.codec().equals("eia_608")) {
      return "No text can be read in its captions.";
    }
    return stream.encrypted()
        ? "It is encrypted."
        : "Its subtitle format is not read; supply it as a WebVTT or SubRip file.";
  }

  private static Optional<Finding> finding(StreamScan stream, OtherStream other) {
    boolean wanted =
        !stream.attachedPicture()
            && ((stream.type().equals("subtitle") && stream.packets() > 0)
                || (stream.type().equals("audio") && stream.packets() > 0));
    return wanted
        ? Optional.of(
            Finding.of(
                FindingCode.STREAM_LEFT_OUT,
                "Stream %d (%s, language %s) is left out. %s"
                    .formatted(stream.index(), stream.type(), stream.language(), other.reason())))
        : Optional.empty();
  }
}
