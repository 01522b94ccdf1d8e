package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.task.DecodeTask;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Decodes one whole track of a package and compares it with the master it was made of. Memory does
 * not grow with the media: a few numbers are kept for each segment and each key picture.
 */
public final class DecodeJob {

  private final MasterBytes bytes;
  private final DecodeTask task;
  private final LongConsumer progress;

  /**
   * A decode.
   *
   * @param bytes master and track, see {@link DecodeTask}
   * @param progress is told how many frames or samples have been decoded
   */
  public DecodeJob(MasterBytes bytes, DecodeTask task, LongConsumer progress) {
    this.bytes = bytes;
    this.task = task;
    this.progress = progress;
  }

  /** Decodes everything. */
  public DecodedTrack run() throws IOException {
    MasterBytes master = new PartOfBytes(bytes, 0, task.trackAt());
    MasterBytes track = new PartOfBytes(bytes, task.trackAt(), bytes.sizeBytes() - task.trackAt());
    SegmentMeter segments = new SegmentMeter(task.starts());
    try (DecoderLog log = new DecoderLog();
        TrackDecoder decoder = new TrackDecoder(track, task.starts().first(), log)) {
      List<DecodedTrack.Group> groups = List.of();
      if (decoder.isPicture()) {
        groups = pictures(decoder, master, segments);
      } else {
        sound(decoder, master, segments);
      }
      return new DecodedTrack(segments.result(), groups, log.complaints(), log.more());
    }
  }

  private List<DecodedTrack.Group> pictures(
      TrackDecoder decoder, MasterBytes master, SegmentMeter segments) {
    try (PictureDecode pictures =
        new PictureDecode(decoder, segments, task.starts().first(), progress)) {
      pictures.run(master, task.picture());
      return pictures.groups().result();
    }
  }

  private void sound(TrackDecoder decoder, MasterBytes master, SegmentMeter segments)
      throws IOException {
    SoundDecode sound = new SoundDecode(segments, task.starts(), progress);
    sound.run(decoder);
    if (task.sound().isPresent()) {
      sound.compare(master, task.sound().get(), decoder.timeBase());
    }
  }
}
