package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.scan.SoundAnalysis;
import dev.reelway.media.task.AnalysisTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Decodes a master once and measures it: the sound tracks whole and side by side, the picture with
 * them or, where that would cost too much, in samples. Memory does not grow with the length.
 */
public final class AnalysisJob {

  private final MasterBytes source;
  private final AnalysisTask task;
  private final LongConsumer progress;
  private long decodedBytes;

  /**
   * An analysis of {@code source}.
   *
   * @param progress is told how many bytes of packets have been decoded
   */
  public AnalysisJob(MasterBytes source, AnalysisTask task, LongConsumer progress) {
    this.source = source;
    this.task = task;
    this.progress = progress;
  }

  /** Measures everything that the task names. */
  public MasterAnalysis run() {
    try (MasterInput input = MasterInput.open(source, task.clock())) {
      Map<Integer, Track> tracks = new HashMap<>();
      try {
        List<SoundTrack> sounds = new ArrayList<>();
        for (int stream : task.sound()) {
          sounds.add(new SoundTrack(input.stream(stream), task));
          tracks.put(stream, sounds.get(sounds.size() - 1));
        }
        Optional<WholePicture> whole =
            task.picture()
                .filter(AnalysisTask.Picture::whole)
                .map(picture -> new WholePicture(input.stream(picture.stream()), picture, task));
        whole.ifPresent(picture -> tracks.put(picture.stream(), picture));
        decode(input, tracks);
        List<SoundAnalysis> sound = sounds.stream().map(SoundTrack::finish).toList();
        return new MasterAnalysis(whole.map(WholePicture::finish).or(this::samples), sound);
      } finally {
        tracks.values().forEach(Track::close);
      }
    }
  }

  /** A stream on its way through a decoder into its meters. */
  interface Track extends AutoCloseable {

    /** Takes the stream's next packet; null at the end. */
    void decode(AVPacket packet);

    @Override
    void close();
  }

  private Optional<PictureAnalysis> samples() {
    return task.picture()
        .map(picture -> new SampledPicture(source, picture, task, this::decoded).run());
  }

  private void decode(MasterInput input, Map<Integer, Track> tracks) {
    if (tracks.isEmpty()) {
      return;
    }
    input.readOnly(tracks.keySet());
    for (AVPacket packet = next(input); packet != null; packet = next(input)) {
      Track track = tracks.get(packet.stream_index());
      if (track != null) {
        track.decode(packet);
        decoded(packet.size());
      }
      av_packet_unref(packet);
    }
    tracks.values().forEach(track -> track.decode(null));
  }

  // A file that cannot be read to its end lacks what would follow; that is damage, not a failure.
  private static AVPacket next(MasterInput input) {
    try {
      return input.next();
    } catch (ReelwayException e) {
      if (e.kind() == FailureKind.MASTER_DAMAGED) {
        return null;
      }
      throw e;
    }
  }

  private void decoded(int bytes) {
    decodedBytes += bytes;
    progress.accept(decodedBytes);
  }
}
