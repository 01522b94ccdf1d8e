package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_WEBVTT_SETTINGS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.task.TextTask;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueList;
import dev.reelway.media.text.read.TextCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * Reads a text track out of a file, on the container's clock. FFmpeg only takes packets out of the
 * container; what they say is read by {@link TextCodec}.
 */
public final class TextJob {

  /** Many times what a title of 24 hours has; a file with more is made to exhaust memory. */
  private static final int MAX_CUES = 200_000;

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
          new CaptionReader(source, task.streamIndex())
              .read()
              .getOrDefault(task.captionChannel(), List.of());
      return new CueList(captions, List.of());
    }
    try (MasterInput input = MasterInput.open(source, 0, true)) {
      for (int i = 0; i < input.streamCount(); i++) {
        if (i != task.streamIndex()) {
          input.stream(i).discard(AVDISCARD_ALL);
        }
      }
      return subtitles(input);
    }
  }

  private CueList subtitles(MasterInput input) {
    AVStream stream = input.stream(task.streamIndex());
    Rational timeBase = FFmpeg.rational(stream.time_base());
    TextCodec.PacketReader reader =
        TextCodec.reader(
            FFmpeg.text(avcodec_get_name(stream.codecpar().codec_id())),
            FFmpeg.bytes(stream.codecpar().extradata(), stream.codecpar().extradata_size()));
    List<Cue> cues = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (AVPacket packet = input.next(); packet != null; packet = input.next()) {
      if (packet.stream_index() == task.streamIndex()) {
        if (packet.pts() == FFmpeg.NO_TICKS || packet.duration() <= 0) {
          faults.add("A text without a time or without a duration is left out.");
        } else if (cues.size() < MAX_CUES) {
          cues.addAll(
              reader.read(
                  timeBase.times(packet.pts()),
                  timeBase.times(packet.pts() + packet.duration()),
                  FFmpeg.bytes(packet.data(), packet.size()),
                  settings(packet)));
        }
      }
      av_packet_unref(packet);
    }
    return new CueList(cues, faults);
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
