package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.task.VideoTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes exactly the source frames that a chunk shows.
 *
 * <p>Decoding starts at a key packet whose presentation time is not after the first wanted frame:
 * from there every later frame is decodable, in open GOPs too (media rule 6). Each output frame
 * names its source frame by presentation time, so nothing is ever counted.
 *
 * <p>Interlaced pictures become two frames each on the way; time stamps are in half ticks from then
 * on. Reading starts a little earlier then, because a frame depends on the pictures around it. Of
 * film with pulldown, four frames are made of five pictures.
 */
final class ChunkReader {

  /** Receives the source frame of each output frame, in order. */
  @FunctionalInterface
  interface OutputSink {

    /**
     * Takes one output frame.
     *
     * @param index position in the task's source frames
     * @param source decoded picture, valid during the call
     * @return whether more are wanted
     */
    boolean accept(int index, AVFrame source);
  }

  private final MasterBytes source;
  private final VideoTask task;
  private final OutputSink sink;
  private final long[] wanted;
  private final List<String> damage = new ArrayList<>();
  private final AVFrame previous = av_frame_alloc();
  private final int ticksPerStreamTick;
  private Optional<FieldFilter> fields = Optional.empty();
  private boolean havePrevious;
  private boolean begun;
  private int next;
  private boolean stopped;
  private boolean unreachable;
  private boolean lastResort;

  ChunkReader(MasterBytes source, VideoTask task, OutputSink sink) {
    this.source = source;
    this.task = task;
    this.sink = sink;
    this.wanted = task.sourceFrames().toArray();
    this.ticksPerStreamTick = task.picture().fieldOrder().fields();
  }

  /**
   * Delivers all wanted frames, or fewer if the sink says so.
   *
   * @return what was bridged, one sentence each; empty unless damage is tolerated
   */
  List<String> run() {
    try {
      for (SeekPoint start : task.seekPoints()) {
        if (decodeFrom(start)) {
          return damage;
        }
      }
      lastResort = true;
      decodeFrom(SeekPoint.FILE_START);
      return damage;
    } finally {
      av_frame_free(previous);
      fields.ifPresent(FieldFilter::close);
    }
  }

  /** Returns false if the first wanted frame was not reachable from {@code start}. */
  private boolean decodeFrom(SeekPoint start) {
    try (MasterInput input = MasterInput.open(source, task.clock());
        StreamDecoder decoder = StreamDecoder.open(input.stream(task.streamIndex()))) {
      input.readOnly(Set.of(task.streamIndex()));
      enter(input, start);
      begin();
      AVPacket packet = input.next();
      while (packet != null && !finished()) {
        if (packet.stream_index() == task.streamIndex() && !before(packet, start)) {
          decode(decoder, packet);
        }
        av_packet_unref(packet);
        packet = input.next();
      }
      if (!finished()) {
        decoder.decode(null, this::decoded);
        fields.ifPresent(filter -> filter.finish(this::take));
      }
      if (unreachable || (next == 0 && !lastResort)) {
        return false;
      }
      finish();
      return true;
    }
  }

  private void begin() {
    unreachable = false;
    begun = false;
    damage.clear();
    fields.ifPresent(FieldFilter::close);
    fields = fieldFilter();
  }

  private Optional<FieldFilter> fieldFilter() {
    FieldOrder order = task.picture().fieldOrder();
    return order.interlaced()
        ? Optional.of(new Deinterlacer(order))
        : task.picture().pulldown().map(rhythm -> new FilmWeaver(rhythm, task.timeBase()));
  }

  private void decode(StreamDecoder decoder, AVPacket packet) {
    long pts = packet.pts() == FFmpeg.NO_TICKS ? FFmpeg.NO_TICKS : ticks(packet.pts());
    int result = decoder.decode(packet, this::decoded);
    if (result < 0 && result != FFmpeg.AGAIN && wantedAt(pts) && !triesEarlierStart()) {
      damaged(pts, "cannot be decoded");
    }
  }

  /** Before the first frame is there, trouble may just mean that the seek landed late. */
  private boolean triesEarlierStart() {
    unreachable = next == 0 && !lastResort;
    return unreachable;
  }

  private void enter(MasterInput input, SeekPoint start) {
    SeekPoint onStream =
        start.equals(SeekPoint.FILE_START)
            ? start
            : new SeekPoint(
                start.presentationTicks() / ticksPerStreamTick,
                start.decodeTicks() / ticksPerStreamTick,
                start.position());
    input.enter(task.streamIndex(), onStream);
  }

  // After an inexact seek, packets before the key packet would decode to garbage.
  private boolean before(AVPacket packet, SeekPoint start) {
    return packet.dts() != FFmpeg.NO_TICKS && ticks(packet.dts()) < start.decodeTicks();
  }

  /** The container's ticks as those of the task. */
  private long ticks(long streamTicks) {
    return streamTicks * ticksPerStreamTick;
  }

  /** Whether everything that is wanted has been delivered. */
  private boolean complete() {
    return stopped || next == wanted.length;
  }

  /** Takes one decoded picture, in presentation order. */
  private boolean decoded(AVFrame picture) {
    if (fields.isEmpty()) {
      return take(picture);
    }
    long ticks = ticks(picture.best_effort_timestamp());
    if (ticks < task.decodeFromTicks()) {
      return !finished();
    }
    // A picture that is missing at the start of the filter's memory would change what follows.
    if (!begun && ticks > task.decodeFromTicks() && triesEarlierStart()) {
      return false;
    }
    begun = true;
    fields.get().take(picture, this::take);
    return !finished();
  }

  /** Takes one frame, in presentation order. */
  private boolean take(AVFrame frame) {
    if (finished()) {
      return false;
    }
    long pts = frame.best_effort_timestamp();
    boolean trouble = wanted[next] < pts || (wanted[next] == pts && StreamDecoder.damaged(frame));
    if (trouble && triesEarlierStart()) {
      return false;
    }
    while (!complete() && wanted[next] < pts) {
      damaged(wanted[next], "is missing");
      emit(havePrevious ? previous : frame);
    }
    boolean repeated = false;
    while (!complete() && wanted[next] == pts) {
      if (!repeated && StreamDecoder.damaged(frame)) {
        damaged(pts, "is damaged");
      }
      emit(frame);
      repeated = true;
    }
    keep(frame);
    return !finished();
  }

  /** Whether reading on from this start is of no more use. */
  private boolean finished() {
    return unreachable || complete();
  }

  private void keep(AVFrame frame) {
    av_frame_unref(previous);
    FFmpeg.check(av_frame_ref(previous, frame), "keep a picture");
    havePrevious = true;
  }

  private void emit(AVFrame frame) {
    stopped = !sink.accept(next, frame);
    next++;
  }

  private void finish() {
    while (!complete()) {
      damaged(wanted[next], "is missing");
      if (!havePrevious) {
        throw new ReelwayException(
            FailureKind.MASTER_DAMAGED,
            "No picture at all can be decoded at " + timecode(wanted[next]) + ".");
      }
      emit(previous);
    }
  }

  private boolean wantedAt(long pts) {
    return next < wanted.length && pts >= wanted[next] && pts <= wanted[wanted.length - 1];
  }

  private void damaged(long pts, String what) {
    String sentence = "The picture at " + timecode(pts) + " " + what + ".";
    if (!task.tolerateDamage()) {
      throw new ReelwayException(FailureKind.MASTER_DAMAGED, sentence);
    }
    damage.add(sentence);
  }

  private String timecode(long pts) {
    Rational seconds = task.timeBase().times(pts).minus(task.originSeconds());
    return MediaTime.timecode(seconds);
  }
}
