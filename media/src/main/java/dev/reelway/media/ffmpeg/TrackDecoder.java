package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.time.Rational;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** One track of a package, decoded from its first to its last byte as it is asked for. */
final class TrackDecoder implements AutoCloseable {

  private final DecoderLog log;
  private final MasterInput input;
  private final StreamDecoder decoder;
  private final int stream;
  private final Deque<AVFrame> ready = new ArrayDeque<>();
  private final long firstTicks;
  private OptionalLong shift = OptionalLong.empty();
  private long ticks;
  private boolean ended;

  /**
   * Opens the first stream of the track; there should be no other.
   *
   * @param firstTicks when its first packet is shown
   */
  TrackDecoder(MasterBytes track, long firstTicks, DecoderLog log) {
    this.log = log;
    this.firstTicks = firstTicks;
    this.input = MasterInput.openTrack(track);
    this.stream = 0;
    this.decoder = open();
  }

  private StreamDecoder open() {
    try {
      AVStream first = input.stream(stream);
      input.readOnly(Set.of(stream));
      return StreamDecoder.open(first);
    } catch (ReelwayException e) {
      input.close();
      throw e;
    }
  }

  boolean isPicture() {
    return decoder.context().codec_type() == AVMEDIA_TYPE_VIDEO;
  }

  /** Seconds per tick. */
  Rational timeBase() {
    return FFmpeg.rational(input.stream(stream).time_base());
  }

  /** The next frame, which becomes the caller's to free; null at the end. */
  AVFrame next() {
    while (ready.isEmpty() && !ended) {
      feed();
    }
    return ready.poll();
  }

  private void feed() {
    log.listen(ticks);
    AVPacket packet = packet();
    if (packet != null) {
      ticks = moved(packet.pts() == FFmpeg.NO_TICKS ? packet.dts() : packet.pts());
      log.listen(ticks);
    }
    int result = decoder.decode(packet, this::keep);
    log.ignore();
    if (result < 0 && result != FFmpeg.AGAIN) {
      log.failed(ticks, "cannot be decoded: " + FFmpeg.describe(result));
    }
    if (packet == null) {
      ended = true;
    } else {
      av_packet_unref(packet);
    }
  }

  // What cannot be read any further has ended, and that is a fault.
  private AVPacket packet() {
    try {
      return input.next();
    } catch (ReelwayException e) {
      if (e.kind() != FailureKind.MASTER_DAMAGED) {
        throw e;
      }
      log.failed(ticks, e.getMessage());
      return null;
    }
  }

  // Where composition offsets are negative, FFmpeg shows everything later by the largest of them.
  private long moved(long packetTicks) {
    if (shift.isEmpty()) {
      shift = OptionalLong.of(packetTicks - firstTicks);
    }
    return packetTicks - shift.getAsLong();
  }

  private boolean keep(AVFrame frame) {
    frame.best_effort_timestamp(frame.best_effort_timestamp() - shift.orElse(0));
    if (StreamDecoder.damaged(frame)) {
      log.failed(frame.best_effort_timestamp(), "the decoder had to invent parts of a picture");
    }
    ready.add(av_frame_clone(frame));
    return true;
  }

  @Override
  public void close() {
    ready.forEach(frame -> av_frame_free(frame));
    decoder.close();
    input.close();
  }
}
