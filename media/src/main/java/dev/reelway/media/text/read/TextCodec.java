package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.ttml.TtmlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Text codecs of containers, by FFmpeg's names. */
public final class TextCodec {

  private static final Set<String> READABLE =
      Set.of("subrip", "srt", "text", "ass", "ssa", "webvtt", "mov_text", "wvtt", "ttml");

  private static final Set<String> PICTURES =
      Set.of("hdmv_pgs_subtitle", "dvb_subtitle", "dvd_subtitle", "xsub");

  private TextCodec() {}

  /** Whether {@link #reader} knows the codec. */
  public static boolean isReadable(String codec) {
    return READABLE.contains(codec);
  }

  /** Whether samples follow each other without gaps, so that cues may be cut at their borders. */
  public static boolean isGapless(String codec) {
    return codec.equals("wvtt") || codec.equals("ttml");
  }

  /** Puts cues together that were cut at the borders of samples. */
  public static List<Cue> joined(List<Cue> cues) {
    return ContinuedCues.join(cues);
  }

  /** Whether subtitles of this codec are pictures, which only people can read. */
  public static boolean isPictures(String codec) {
    return PICTURES.contains(codec);
  }

  /** One packet of a stream: a cue, or nothing to show. */
  @FunctionalInterface
  public interface PacketReader {

    /**
     * Reads a packet.
     *
     * @param settings WebVTT cue settings that the container keeps beside it, may be empty
     */
    List<Cue> read(Rational start, Rational end, byte[] packet, String settings);
  }

  /** What reads the packets of a stream with this codec and its codec-private data. */
  public static PacketReader reader(String codec, byte[] extradata) {
    return switch (codec) {
      case "ass", "ssa" -> {
        AssReader script = AssReader.ofHeader(utf8(extradata));
        yield (start, end, packet, settings) -> list(script.event(start, end, utf8(packet)));
      }
      case "webvtt" ->
          (start, end, packet, settings) ->
              list(WebVttText.cue(start, end, settings, utf8(packet)));
      case "wvtt" -> (start, end, packet, settings) -> WvttSample.cues(start, end, packet);
      case "ttml" -> (start, end, packet, settings) -> document(start, end, packet);
      case "mov_text" -> (start, end, packet, settings) -> list(MovText.cue(start, end, packet));
      default -> (start, end, packet, settings) -> list(SubRipText.cue(start, end, utf8(packet)));
    };
  }

  private static List<Cue> list(Optional<Cue> cue) {
    return cue.stream().toList();
  }

  // Each sample is a whole document on the track's clock; what lies outside is in another one, too.
  private static List<Cue> document(Rational start, Rational end, byte[] packet) {
    return TtmlReader.read(utf8(packet)).cues().stream()
        .map(cue -> cue.at(later(cue.start(), start), earlier(cue.end(), end)))
        .filter(cue -> cue.start().compareTo(cue.end()) < 0)
        .toList();
  }

  private static Rational later(Rational a, Rational b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Rational earlier(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static String utf8(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] == 0) {
      length--;
    }
    return new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8).replace("\r", "");
  }
}
