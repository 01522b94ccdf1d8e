package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_WEBVTT_SETTINGS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.task.TextTask;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueList;
import dev.reelway.media.text.read.TextCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * Reads a text track out of a file, on the container's clock made even. FFmpeg only takes packets
 * out of the container; what they say is read by {@link TextCodec}.
 */
public final class TextJob {

  /** Many times what a title of 24 hours has; a file with more is made to exhaust memory. */
  private static final int MAX_PACKETS = 200_000;

  private final MasterBytes source;
  private final TextTask task;

  /** A track of {@code source}. */
  public TextJob(MasterBytes source, TextTask task) {
    this.source = source;
    this.task = task;
  }

  /** Reads the track to its end. */
  public CueList run() {
    if (task.captionChannel() > 0) {
      List<Cue> captions =
          new CaptionReader(source, task.streamIndex(), task.clock())
              .read()
              .cues()
              .getOrDefault(task.captionChannel(), List.of());
      return new CueList(captions, List.of());
    }
    try (MasterInput input = MasterInput.openText(source, task.clock())) {
      input.readOnly(Set.of(task.streamIndex()));
      return subtitles(input);
    }
  }

  /** A packet on the container's clock; {@code end} is unknown if it is not after {@code start}. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  private record Text(long start, long end, byte[] bytes, String settings) {}

  private CueList subtitles(MasterInput input) {
    AVStream stream = input.stream(task.streamIndex());
    String codec = StreamFacts.codec(stream.codecpar());
    List<String> faults = new ArrayList<>();
    List<Text> texts = packets(input, faults);
    byte[] extradata =
        FFmpeg.bytes(stream.codecpar().extradata(), stream.codecpar().extradata_size());
    TextCodec.PacketReader reader = TextCodec.reader(codec, extradata);
    Rational timeBase = FFmpeg.rational(stream.time_base());
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      long end = text.end() > text.start() ? text.end() : next(codec, texts, i, stream);
      if (end <= text.start()) {
        faults.add("A text without a duration is left out.");
      } else {
        cues.addAll(
            reader.read(
                timeBase.times(text.start()), timeBase.times(end), text.bytes, text.settings));
      }
    }
    return new CueList(TextCodec.isGapless(codec) ? TextCodec.joined(cues) : cues, faults);
  }

  // Samples of MP4 last until the next one, the last until the end of its track.
  private static long next(String codec, List<Text> texts, int index, AVStream stream) {
    if (!TextCodec.isGapless(codec)) {
      return Long.MIN_VALUE;
    }
    return index + 1 < texts.size()
        ? texts.get(index + 1).start
        : Math.max(0, stream.start_time()) + stream.duration();
  }

  private List<Text> packets(MasterInput input, List<String> faults) {
    List<Text> texts = new ArrayList<>();
    for (AVPacket packet = input.next(); packet != null; packet = input.next()) {
      if (packet.stream_index() == task.streamIndex() && texts.size() < MAX_PACKETS) {
        if (packet.pts() == FFmpeg.NO_TICKS) {
          faults.add("A text without a time is left out.");
        } else {
          byte[] bytes = FFmpeg.bytes(packet.data(), packet.size());
          long end = packet.pts() + packet.duration();
          texts.add(new Text(packet.pts(), end, bytes, settings(packet)));
        }
      }
      av_packet_unref(packet);
    }
    return texts;
  }

  private static String settings(AVPacket packet) {
    try (SizeTPointer size = new SizeTPointer(1)) {
      BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_WEBVTT_SETTINGS, size);
      return data == null || data.isNull()
          ? ""
          : new String(FFmpeg.bytes(data, (int) size.get()), StandardCharsets.UTF_8);
    }
  }
}
