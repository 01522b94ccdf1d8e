package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.task.EncodeResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Encodes one whole sound track, exactly as long as the picture: decode → place on the title's
 * clock → resample → AAC.
 */
public final class AudioJob {

  private final MasterBytes source;
  private final AudioTask task;
  private final Path folder;
  private final LongConsumer progress;
  private final List<String> damage = new ArrayList<>();

  /**
   * A track of {@code source}.
   *
   * @param folder where the part's file is written
   * @param progress is told how many samples have been encoded
   */
  public AudioJob(MasterBytes source, AudioTask task, Path folder, LongConsumer progress) {
    this.source = source;
    this.task = task;
    this.folder = folder;
    this.progress = progress;
  }

  /** Encodes the track; on any failure nothing that was written is of use. */
  public EncodeResult run() throws IOException {
    int stream = task.plan().streamIndex();
    try (MasterInput input = MasterInput.open(source, task.clock());
        StreamDecoder decoder = StreamDecoder.open(input.stream(stream));
        AacTrackWriter writer =
            new AacTrackWriter(folder.resolve(AudioTask.fileName(task.plan())), task);
        SoundTimeline timeline = new SoundTimeline(task, writer::accept)) {
      discardOthers(input, stream);
      AVPacket packet = input.next();
      while (packet != null && !writer.complete()) {
        if (packet.stream_index() == stream) {
          decode(decoder, packet, timeline);
        }
        av_packet_unref(packet);
        progress.accept(Math.min(writer.samples(), task.plan().samples()));
        packet = input.next();
      }
      decoder.decode(null, frame -> take(timeline, frame));
      timeline.finish();
      writer.finish();
      return new EncodeResult(Map.of(), damage);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void decode(StreamDecoder decoder, AVPacket packet, SoundTimeline timeline) {
    long pts = packet.pts();
    int result = decoder.decode(packet, frame -> take(timeline, frame));
    if (result < 0 && result != FFmpeg.AGAIN) {
      Rational seconds = task.timeBase().times(pts).minus(task.plan().originSeconds());
      String sentence =
          "The sound ("
              + task.plan().name()
              + ") at "
              + MediaTime.timecode(seconds)
              + " cannot be decoded.";
      if (!task.tolerateDamage()) {
        throw new ReelwayException(FailureKind.MASTER_DAMAGED, sentence);
      }
      damage.add(sentence);
    }
  }

  private static boolean take(SoundTimeline timeline, AVFrame frame) {
    timeline.take(frame);
    return true;
  }

  private static void discardOthers(MasterInput input, int stream) {
    for (int i = 0; i < input.streamCount(); i++) {
      if (i != stream) {
        input.stream(i).discard(AVDISCARD_ALL);
      }
    }
  }
}
