package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NOPARSE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ENCRYPTION_INIT_INFO;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;
import dev.reelway.media.task.ScanTask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Finds out what a master holds: parameters from a normal opening and the first decoded picture,
 * time stamps from a pass over all packets. For MP4 and MOV that pass reads only the tables; the
 * sample data are zeros (media rule 7).
 */
public final class ScanJob {

  /** How far to look for the first picture before giving up on a stream. */
  private static final int FIRST_FRAME_PACKETS = 2000;

  private final MasterBytes source;
  private final ScanTask task;

  /** A scan of {@code source}. */
  public ScanJob(MasterBytes source, ScanTask task) {
    this.source = source;
    this.task = task;
  }

  /** Reads the master once; throws when it cannot be opened. */
  public MasterScan run() {
    boolean tablesOnly = !task.payloads().isEmpty();
    Map<Integer, PacketIndex> packets = new HashMap<>();
    try (MasterInput input =
        tablesOnly
            ? MasterInput.open(new ZeroedPayload(source, task), AVFMT_FLAG_NOPARSE, false)
            : MasterInput.open(source, 0, true)) {
      index(input, tablesOnly, packets);
    }
    try (MasterInput input = MasterInput.open(source, 0, true)) {
      Map<Integer, StreamFacts.FirstFrame> firstFrames = firstFrames(input);
      List<StreamScan> streams = new ArrayList<>();
      for (int i = 0; i < input.streamCount(); i++) {
        PacketIndex index = packets.getOrDefault(i, new PacketIndex());
        StreamFacts.FirstFrame first = firstFrames.get(i);
        StreamFacts.Frames frames = frames(index, input.stream(i), first);
        streams.add(
            StreamFacts.describe(
                input.stream(i), index, frames, first, encrypted(input.stream(i))));
      }
      return new MasterScan(
          FFmpeg.text(input.context().iformat().name()), streams, task.cutAtByte());
    }
  }

  private void index(MasterInput input, boolean tablesOnly, Map<Integer, PacketIndex> packets) {
    long size = sourceSize();
    for (AVPacket packet = input.next(); packet != null; packet = input.next()) {
      // Packets whose bytes are missing at the end of a cut file are not there.
      boolean whole = packet.pos() < 0 || packet.pos() + packet.size() <= size;
      int codec = input.stream(packet.stream_index()).codecpar().codec_id();
      if (whole && (tablesOnly || !HiddenPictures.hidden(codec, packet))) {
        packets
            .computeIfAbsent(packet.stream_index(), i -> new PacketIndex())
            .add(packet, SkippedSamples.ticks(input.stream(packet.stream_index()), packet));
      }
      av_packet_unref(packet);
    }
  }

  private long sourceSize() {
    try {
      return task.cutAtByte().orElse(source.sizeBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  // Frames before the first decodable one are not part of the title (media rule 5). Where packets
  // carry no presentation times of their own, or times that rise in decode order although pictures
  // are shown in another one, decoding everything is the only exact index. What such times become
  // depends on all pictures before, so then there is no seek point but the start.
  private StreamFacts.Frames frames(
      PacketIndex index, AVStream stream, StreamFacts.FirstFrame first) {
    if (first == null) {
      return new StreamFacts.Frames(new long[0], true);
    }
    long[] fromPackets = index.presentationTimes(first.ticks());
    boolean reordered = stream.codecpar().video_delay() > 0;
    if (index.complete() && !(reordered && index.risesInDecodeOrder())) {
      return new StreamFacts.Frames(fromPackets, true);
    }
    long[] decoded = decodedTimes(stream.index());
    return new StreamFacts.Frames(decoded, Arrays.equals(decoded, fromPackets));
  }

  private Map<Integer, StreamFacts.FirstFrame> firstFrames(MasterInput input) {
    Map<Integer, StreamFacts.FirstFrame> frames = new HashMap<>();
    Map<Integer, StreamDecoder> decoders = new HashMap<>();
    try {
      for (int i = 0; i < input.streamCount(); i++) {
        openDecoder(input.stream(i), decoders);
      }
      int remaining = FIRST_FRAME_PACKETS;
      AVPacket packet = decoders.isEmpty() ? null : input.next();
      while (packet != null && frames.size() < decoders.size() && remaining-- > 0) {
        StreamDecoder decoder = decoders.get(packet.stream_index());
        if (decoder != null && !frames.containsKey(packet.stream_index())) {
          int stream = packet.stream_index();
          decoder.decode(packet, f -> keepFirst(frames, stream, f));
        }
        av_packet_unref(packet);
        packet = input.next();
      }
      decoders.forEach(
          (stream, decoder) -> {
            if (!frames.containsKey(stream)) {
              decoder.decode(null, f -> keepFirst(frames, stream, f));
            }
          });
      return frames;
    } finally {
      decoders.values().forEach(StreamDecoder::close);
    }
  }

  private static boolean keepFirst(
      Map<Integer, StreamFacts.FirstFrame> frames, int stream, AVFrame frame) {
    frames.put(stream, StreamFacts.FirstFrame.of(frame));
    return false;
  }

  private static void openDecoder(AVStream stream, Map<Integer, StreamDecoder> decoders) {
    if (stream.codecpar().codec_type() != AVMEDIA_TYPE_VIDEO) {
      return;
    }
    try {
      decoders.put(stream.index(), StreamDecoder.open(stream));
    } catch (ReelwayException e) {
      // The scan only reports; the inspection decides whether an undecodable stream matters.
      decoders.remove(stream.index());
    }
  }

  private long[] decodedTimes(int stream) {
    try (MasterInput input = MasterInput.open(source, 0, true);
        StreamDecoder decoder = StreamDecoder.open(input.stream(stream))) {
      List<Long> times = new ArrayList<>();
      for (AVPacket packet = input.next(); packet != null; packet = input.next()) {
        if (packet.stream_index() == stream) {
          decoder.decode(packet, f -> times.add(f.best_effort_timestamp()));
        }
        av_packet_unref(packet);
      }
      decoder.decode(null, f -> times.add(f.best_effort_timestamp()));
      long[] sorted =
          times.stream().mapToLong(Long::longValue).filter(t -> t != FFmpeg.NO_TICKS).toArray();
      Arrays.sort(sorted);
      return Arrays.stream(sorted).distinct().toArray();
    }
  }

  private static boolean encrypted(AVStream stream) {
    var side =
        av_packet_side_data_get(
            stream.codecpar().coded_side_data(),
            stream.codecpar().nb_coded_side_data(),
            AV_PKT_DATA_ENCRYPTION_INIT_INFO);
    return side != null && !side.isNull();
  }

  /** A master whose sample data reads as zeros, without fetching it. */
  private record ZeroedPayload(MasterBytes source, ScanTask task) implements MasterBytes {

    @Override
    public long sizeBytes() throws IOException {
      return source.sizeBytes();
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
      long end = Math.min(position + target.remaining(), sizeBytes());
      if (position >= end) {
        return 0;
      }
      for (ScanTask.Payload payload : task.payloads()) {
        if (position >= payload.from() && position < payload.to()) {
          return zeros(target, (int) (Math.min(end, payload.to()) - position));
        }
        if (position < payload.from() && end > payload.from()) {
          end = payload.from();
        }
      }
      ByteBuffer part = target.slice(target.position(), (int) (end - position));
      int count = source.read(position, part);
      target.position(target.position() + count);
      return count;
    }

    private static int zeros(ByteBuffer target, int count) {
      for (int i = 0; i < count; i++) {
        target.put((byte) 0);
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
