package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_GENPTS;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BYTE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVProgram;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * An opened master: packets out of a {@link MasterBytes}.
 *
 * <p>FFmpeg never opens anything itself: no protocol is allowed, and only demuxers that read one
 * self-contained file (media rule 37). Not thread-safe.
 */
final class MasterInput implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 18;

  /** Demuxers of self-contained files; none of them follows a reference to another file. */
  private static final String DEMUXERS =
      "mov,matroska,webm,mpegts,mpeg,mpegvideo,mxf,mxf_opatom,avi,flv,live_flv,ogg,asf,gxf,nut,ivf,obu,dv,"
          + "h264,hevc,m4v,vc1,mjpeg,gif,apng,rm,wtv,yuv4mpegpipe,wav,w64,aiff,caf,flac,mp3,aac,ac3,eac3,dts,amr,"
          + "dirac,h261,h263,vc1test,pva,nsv,flic,au,tta,wv,ape,mpc,mpc8,truehd,mlp,dsf,voc,tak";

  /** Bare streams of pictures. */
  private static final Set<String> BARE = Set.of("h264", "hevc", "m4v", "vc1", "obu");

  private static final Rational USUAL_RATE = Rational.of(25);

  /** Containers without an index: a time seek lands late there or costs megabytes. */
  private static final Set<String> BYTE_SEEKABLE = Set.of("mpegts", "mpeg");

  private final MasterBytes source;
  private final ClockMap clock;
  private final Map<Integer, Long> positions = new HashMap<>();
  private final AVIOContext io;
  // Strong references: FFmpeg calls back through them as long as the input is open.
  private final Read_packet_Pointer_BytePointer_int reader;
  private final Seek_Pointer_long_int seeker;
  private final AVPacket packet = av_packet_alloc();
  private AVFormatContext context;
  private long position;
  private long bareTicks;
  private final Map<Integer, Long> shifts = new HashMap<>();
  private boolean jumped;
  private IOException readFailure;

  private MasterInput(MasterBytes source, ClockMap clock) {
    this.source = source;
    this.clock = clock;
    this.reader =
        new Read_packet_Pointer_BytePointer_int() {
          @Override
          public int call(Pointer opaque, BytePointer buffer, int size) {
            return readBytes(buffer, size);
          }
        };
    this.seeker =
        new Seek_Pointer_long_int() {
          @Override
          public long call(Pointer opaque, long offset, int whence) {
            return seekBytes(offset, whence);
          }
        };
    BytePointer buffer = new BytePointer(av_malloc(BUFFER_BYTES)).capacity(BUFFER_BYTES);
    this.io = avio_alloc_context(buffer, BUFFER_BYTES, 0, null, reader, null, seeker);
  }

  /**
   * Opens a master.
   *
   * @param formatFlags extra {@code AVFMT_FLAG_*} bits
   * @param probeStreams whether to read ahead until every stream's parameters are known
   */
  static MasterInput open(MasterBytes source, int formatFlags, boolean probeStreams) {
    return open(source, formatFlags, probeStreams, ClockMap.EVEN);
  }

  /** Opens a master to read all its streams on an even clock. */
  static MasterInput open(MasterBytes source, ClockMap clock) {
    return open(source, 0, true, clock);
  }

  /**
   * Opens a master to read streams on an even clock; where recordings leave presentation times out,
   * FFmpeg derives them from the decode times.
   */
  static MasterInput openTimed(MasterBytes source, ClockMap clock) {
    return open(source, AVFMT_FLAG_GENPTS, true, clock);
  }

  /**
   * Opens a master to read text on an even clock. Where an edit list of MP4 begins inside a sample,
   * FFmpeg moves the next sample to that place, which is right for pictures but not for samples
   * that stand for seconds; without its own handling of edits it shifts all times alike.
   */
  static MasterInput openText(MasterBytes source, ClockMap clock) {
    return open(source, 0, true, clock, Map.of("advanced_editlist", "0"));
  }

  /** Opens a track of a package on its own clock, as if it had no edit list. */
  static MasterInput openTrack(MasterBytes source) {
    return open(source, 0, true, ClockMap.EVEN, Map.of("ignore_editlist", "1"));
  }

  private static MasterInput open(
      MasterBytes source, int formatFlags, boolean probeStreams, ClockMap clock) {
    return open(source, formatFlags, probeStreams, clock, Map.of());
  }

  private static MasterInput open(
      MasterBytes source,
      int formatFlags,
      boolean probeStreams,
      ClockMap clock,
      Map<String, String> demuxerOptions) {
    MasterInput input = new MasterInput(source, clock);
    try {
      input.open(formatFlags, probeStreams, demuxerOptions);
      return input;
    } catch (ReelwayException e) {
      input.close();
      throw e;
    }
  }

  private void open(int formatFlags, boolean probeStreams, Map<String, String> demuxerOptions) {
    context = avformat_alloc_context();
    context.pb(io);
    context.flags(context.flags() | AVFMT_FLAG_CUSTOM_IO | formatFlags);
    Map<String, String> all = new HashMap<>(demuxerOptions);
    all.put("format_whitelist", DEMUXERS);
    all.put("protocol_whitelist", "none");
    AVDictionary options = FFmpeg.dictionary(all);
    int opened = avformat_open_input(context, (String) null, null, options);
    av_dict_free(options);
    if (opened < 0) {
      context = null; // avformat_open_input frees the context when it fails
    }
    throwReadFailure();
    if (opened == AVERROR_INVALIDDATA) {
      throw new ReelwayException(
          FailureKind.MASTER_MALFORMED,
          "The file is not media of a known format, or its first part is broken.");
    }
    if (opened == FFmpeg.INVALID_ARGUMENT) {
      throw new ReelwayException(
          FailureKind.MASTER_UNSUPPORTED,
          "The file has a format that no title can be made of, such as a still picture, or one that"
              + " points at other files.");
    }
    FFmpeg.check(opened, FailureKind.MASTER_MALFORMED, "The file cannot be opened as media");
    if (probeStreams) {
      int probed = probe();
      throwReadFailure();
      FFmpeg.check(probed, FailureKind.MASTER_MALFORMED, "No stream in the file can be read");
    }
  }

  // Probing may decode, so it must not believe every size either.
  private int probe() {
    int streams = context.nb_streams();
    AVDictionary[] options = new AVDictionary[streams];
    for (int i = 0; i < streams; i++) {
      options[i] =
          FFmpeg.dictionary(Map.of("max_pixels", String.valueOf(StreamDecoder.MAX_PIXELS)));
    }
    try (PointerPointer<AVDictionary> array = new PointerPointer<>(options)) {
      int probed = avformat_find_stream_info(context, array);
      for (int i = 0; i < streams; i++) {
        av_dict_free(array.position(i));
      }
      array.position(0);
      return probed;
    }
  }

  /** The native context, valid until {@link #close}. */
  AVFormatContext context() {
    return context;
  }

  AVStream stream(int index) {
    return context.streams(index);
  }

  int streamCount() {
    return context.nb_streams();
  }

  /** The streams of each program, for containers that have programs. */
  List<List<Integer>> programs() {
    List<List<Integer>> programs = new ArrayList<>();
    for (int i = 0; i < context.nb_programs(); i++) {
      AVProgram program = context.programs(i);
      List<Integer> streams = new ArrayList<>();
      for (int k = 0; k < program.nb_stream_indexes(); k++) {
        streams.add(program.stream_index().get(k));
      }
      programs.add(streams);
    }
    return programs;
  }

  /**
   * The next packet of any stream that is not discarded, or null at the end. Valid until the next
   * call; the caller unreferences it.
   */
  AVPacket next() {
    int result = av_read_frame(context, packet);
    throwReadFailure();
    if (result == AVERROR_EOF) {
      return null;
    }
    FFmpeg.check(result, FailureKind.MASTER_DAMAGED, "The file cannot be read further");
    jumped = false;
    if (bare()) {
      count();
    }
    if (!clock.pieces().isEmpty()) {
      shift();
    }
    return packet;
  }

  /** Whether the file is a bare stream of pictures, without any time in it. */
  private boolean bare() {
    return packet.dts() == FFmpeg.NO_TICKS
        && packet.pts() == FFmpeg.NO_TICKS
        && BARE.contains(FFmpeg.text(context.iformat().name()));
  }

  // A bare stream is always read from its start, so its pictures can be counted.
  private void count() {
    long duration = packet.duration();
    if (duration <= 0) {
      Rational frame = FFmpeg.rational(stream(0).r_frame_rate());
      Rational rate = frame.signum() > 0 ? frame : USUAL_RATE;
      duration = rate.times(FFmpeg.rational(stream(0).time_base())).inverse().round();
    }
    packet.dts(bareTicks);
    bareTicks += duration;
  }

  /** Whether the clock of the stream jumps, and is made even, at the packet that was read last. */
  boolean jumped() {
    return jumped;
  }

  // A packet without a position of its own lies where the one before it does.
  private void shift() {
    int stream = packet.stream_index();
    if (packet.pos() >= 0) {
      positions.put(stream, packet.pos());
    }
    Rational timeBase = FFmpeg.rational(stream(stream).time_base());
    long shift = clock.shiftTicks(positions.getOrDefault(stream, 0L), timeBase);
    Long before = shifts.put(stream, shift);
    jumped = before != null && before != shift;
    if (packet.pts() != FFmpeg.NO_TICKS) {
      packet.pts(packet.pts() + shift);
    }
    if (packet.dts() != FFmpeg.NO_TICKS) {
      packet.dts(packet.dts() + shift);
    }
  }

  /** Reads no packets but those of {@code streams}. */
  void readOnly(Set<Integer> streams) {
    for (int i = 0; i < streamCount(); i++) {
      if (!streams.contains(i)) {
        stream(i).discard(AVDISCARD_ALL);
      }
    }
  }

  /**
   * Moves to a key packet or somewhat before it: where a stream has no index, by bytes, which are
   * exact there (media rule 7); the others have tables of their own, and Matroska cannot be entered
   * at any packet. Where a container cannot seek at all nothing moves, and the caller passes over
   * the packets before. The start of a file that was just opened needs no move.
   *
   * @param point in ticks of the stream
   */
  void enter(int streamIndex, SeekPoint point) {
    if (point.equals(SeekPoint.FILE_START)) {
      return;
    }
    String container = FFmpeg.text(context.iformat().name());
    if (BYTE_SEEKABLE.contains(container) && point.position() >= 0) {
      av_seek_frame(context, streamIndex, point.position(), AVSEEK_FLAG_BYTE);
    } else {
      av_seek_frame(context, streamIndex, point.decodeTicks(), AVSEEK_FLAG_BACKWARD);
    }
  }

  // A callback must never throw: the process would abort. The failure is kept and thrown later.
  private int readBytes(BytePointer buffer, int size) {
    try {
      ByteBuffer target = buffer.position(0).capacity(size).asByteBuffer();
      int count = source.read(position, target);
      if (count <= 0) {
        return AVERROR_EOF;
      }
      position += count;
      return count;
    } catch (IOException e) {
      readFailure = e;
      return FFmpeg.INPUT_OUTPUT_ERROR;
    }
  }

  private long seekBytes(long offset, int whence) {
    try {
      int mode = whence & ~AVSEEK_FORCE;
      if (mode == AVSEEK_SIZE) {
        return source.sizeBytes();
      }
      long target =
          switch (mode) {
            case 0 -> offset;
            case 1 -> position + offset;
            case 2 -> source.sizeBytes() + offset;
            default -> -1;
          };
      if (target < 0) {
        return FFmpeg.INPUT_OUTPUT_ERROR;
      }
      position = target;
      return target;
    } catch (IOException e) {
      readFailure = e;
      return FFmpeg.INPUT_OUTPUT_ERROR;
    }
  }

  private void throwReadFailure() {
    if (readFailure != null) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The master cannot be read: " + readFailure.getMessage() + ".",
          readFailure);
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    if (context != null) {
      avformat_close_input(context);
    }
    // FFmpeg may have replaced the buffer, so the current one is freed.
    BytePointer buffer = io.buffer();
    if (buffer != null && !buffer.isNull()) {
      av_free(buffer);
    }
    av_free(io);
    reader.close();
    seeker.close();
  }
}
