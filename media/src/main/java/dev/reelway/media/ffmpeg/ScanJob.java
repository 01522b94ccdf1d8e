package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NOPARSE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ENCRYPTION_INIT_INFO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.scan.CaptionScan;
import dev.reelway.media.scan.HdrScan;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
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

  private static final Set<String> RECORDINGS = Set.of("mpegts", "mpeg");

  private final MasterBytes source;
  private final ScanTask task;
  private final CaptionWatch captionWatch = new CaptionWatch();
  private ClockMap clock = ClockMap.EVEN;

  /** A scan of {@code source}. */
  public ScanJob(MasterBytes source, ScanTask task) {
    this.source = source;
    this.task = task;
  }

  /** Reads the master once; throws when it cannot be opened. */
  public MasterScan run() {
    Map<Integer, PacketIndex> packets = new HashMap<>();
    if (task.payloads().isEmpty()) {
      indexOfPackets(packets);
    } else {
      try (MasterInput input =
          MasterInput.open(new ZeroedPayload(source, task), AVFMT_FLAG_NOPARSE, false)) {
        CaptionLook.leaveOutTracks(input);
        index(input, true, packets, Optional.empty());
      }
    }
    CaptionLook captions =
        new CaptionLook(
            source, clock, Optional.of(captionWatch).filter(w -> task.payloads().isEmpty()));
    try (MasterInput input = MasterInput.open(source, clock)) {
      CaptionLook.leaveOutTracks(input);
      Map<Integer, FirstPictures> firstPictures = firstPictures(input);
      List<StreamScan> streams = new ArrayList<>();
      for (int i = 0; i < input.streamCount(); i++) {
        AVStream stream = input.stream(i);
        PacketIndex index = captions.packets(stream, packets.getOrDefault(i, new PacketIndex()));
        FirstPictures first = firstPictures.get(i);
        StreamFacts.Frames frames = frames(index, stream, first);
        boolean encrypted = encrypted(stream);
        streams.add(
            StreamFacts.describe(
                stream,
                index,
                frames,
                first,
                encrypted,
                encrypted ? CaptionScan.NONE : captions.captions(stream, index)));
      }
      return new MasterScan(
          FFmpeg.text(input.context().iformat().name()), clock, streams, task.cutAtByte());
    }
  }

  // Where the clock jumps, all packets are read once more, on the even clock.
  private void indexOfPackets(Map<Integer, PacketIndex> packets) {
    try (MasterInput input = MasterInput.open(source, clock)) {
      Optional<ClockWatch> watch = watch(input);
      index(input, false, packets, watch);
      clock = watch.map(ClockWatch::map).orElse(ClockMap.EVEN);
    }
    if (!clock.pieces().isEmpty()) {
      packets.clear();
      try (MasterInput input = MasterInput.open(source, clock)) {
        index(input, false, packets, Optional.empty());
      }
    }
  }

  /** Only recordings of streams have clocks that jump; other containers have tables. */
  private static Optional<ClockWatch> watch(MasterInput input) {
    if (!RECORDINGS.contains(FFmpeg.text(input.context().iformat().name()))) {
      return Optional.empty();
    }
    int leader = -1;
    for (int i = input.streamCount() - 1; i >= 0; i--) {
      int type = input.stream(i).codecpar().codec_type();
      boolean picture = type == AVMEDIA_TYPE_VIDEO;
      boolean leads = leader >= 0 && leaderIsPicture(input, leader);
      leader = picture || (type == AVMEDIA_TYPE_AUDIO && !leads) ? i : leader;
    }
    return leader < 0
        ? Optional.empty()
        : Optional.of(new ClockWatch(FFmpeg.rational(input.stream(leader).time_base()), leader));
  }

  private static boolean leaderIsPicture(MasterInput input, int stream) {
    return input.stream(stream).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO;
  }

  private static void watch(ClockWatch watch, MasterInput input, AVPacket packet) {
    int type = input.stream(packet.stream_index()).codecpar().codec_type();
    boolean media = type == AVMEDIA_TYPE_VIDEO || type == AVMEDIA_TYPE_AUDIO;
    long pts = packet.pts() != FFmpeg.NO_TICKS ? packet.pts() : packet.dts();
    long dts = packet.dts() != FFmpeg.NO_TICKS ? packet.dts() : packet.pts();
    if (media && pts != FFmpeg.NO_TICKS) {
      watch.add(
          new ClockWatch.Packet(
              packet.stream_index(),
              packet.pos(),
              pts,
              dts,
              Math.max(0, packet.duration()),
              (packet.flags() & AV_PKT_FLAG_KEY) != 0));
    }
  }

  private void index(
      MasterInput input,
      boolean tablesOnly,
      Map<Integer, PacketIndex> packets,
      Optional<ClockWatch> watch) {
    long size = sourceSize();
    Map<Integer, SizeWatch> sizes = new HashMap<>();
    for (AVPacket packet = input.next(); packet != null; packet = input.next()) {
      // Packets whose bytes are missing at the end of a cut file are not there.
      AVPacket current = packet;
      watch.ifPresent(w -> watch(w, input, current));
      boolean whole = packet.pos() < 0 || packet.pos() + packet.size() <= size;
      int codec = input.stream(packet.stream_index()).codecpar().codec_id();
      if (whole && (tablesOnly || !HiddenPictures.hidden(codec, packet))) {
        PacketIndex index = packets.computeIfAbsent(packet.stream_index(), i -> new PacketIndex());
        index.add(packet, SkippedSamples.ticks(input.stream(packet.stream_index()), packet));
        if (!tablesOnly) {
          captionWatch.look(input.stream(packet.stream_index()), packet);
          size(sizes, input, packet).ifPresent(index::change);
        }
      }
      av_packet_unref(packet);
    }
    sizes.values().forEach(SizeWatch::close);
  }

  private static Optional<StreamScan.Change> size(
      Map<Integer, SizeWatch> sizes, MasterInput input, AVPacket packet) {
    AVCodecParameters parameters = input.stream(packet.stream_index()).codecpar();
    if (parameters.codec_type() != AVMEDIA_TYPE_VIDEO) {
      return Optional.empty();
    }
    return sizes
        .computeIfAbsent(packet.stream_index(), i -> new SizeWatch(parameters))
        .look(packet);
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
  private StreamFacts.Frames frames(PacketIndex index, AVStream stream, FirstPictures first) {
    if (first == null) {
      return new StreamFacts.Frames(new long[0], true);
    }
    long[] fromPackets = index.presentationTimes(first.first().ticks());
    boolean reordered = stream.codecpar().video_delay() > 0;
    boolean fields = first.fieldsAsPackets();
    if (index.complete() && !fields && !(reordered && index.risesInDecodeOrder())) {
      return new StreamFacts.Frames(fromPackets, true);
    }
    long[] decoded = decodedTimes(stream.index());
    if (fields && LongStream.of(decoded).allMatch(t -> Arrays.binarySearch(fromPackets, t) >= 0)) {
      return new StreamFacts.Frames(decoded, true); // the first field names the picture
    }
    return new StreamFacts.Frames(decoded, Arrays.equals(decoded, fromPackets));
  }

  private Map<Integer, FirstPictures> firstPictures(MasterInput input) {
    Map<Integer, FirstPictures> pictures = new HashMap<>();
    Map<Integer, HdrScan> hdr = new HashMap<>();
    Map<Integer, StreamDecoder> decoders = new HashMap<>();
    try {
      for (int i = 0; i < input.streamCount(); i++) {
        openDecoder(input.stream(i), decoders);
      }
      int remaining = FIRST_FRAME_PACKETS;
      AVPacket packet = decoders.isEmpty() ? null : input.next();
      while (packet != null && remaining-- > 0 && !enough(pictures, decoders.size())) {
        int stream = packet.stream_index();
        StreamDecoder decoder = decoders.get(stream);
        if (decoder != null && !enough(pictures.get(stream))) {
          Optional.ofNullable(pictures.get(stream)).ifPresent(FirstPictures::packet);
          int codec = input.stream(stream).codecpar().codec_id();
          hdr.merge(stream, HdrFacts.of(codec, packet), HdrScan::or);
          decoder.decode(packet, f -> keep(pictures, hdr, stream, f));
        }
        av_packet_unref(packet);
        packet = input.next();
      }
      decoders.forEach(
          (stream, decoder) -> {
            if (!enough(pictures.get(stream))) {
              decoder.decode(null, f -> keep(pictures, hdr, stream, f));
            }
          });
      return pictures;
    } finally {
      decoders.values().forEach(StreamDecoder::close);
    }
  }

  private static boolean enough(Map<Integer, FirstPictures> pictures, int streams) {
    return pictures.size() == streams && pictures.values().stream().allMatch(FirstPictures::enough);
  }

  private static boolean enough(FirstPictures pictures) {
    return pictures != null && pictures.enough();
  }

  private static boolean keep(
      Map<Integer, FirstPictures> pictures, Map<Integer, HdrScan> hdr, int stream, AVFrame frame) {
    FirstPictures known = pictures.get(stream);
    if (known == null) {
      pictures.put(stream, new FirstPictures(frame, hdr.getOrDefault(stream, HdrScan.NONE)));
    } else {
      known.add(frame);
    }
    return !pictures.get(stream).enough();
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
    try (MasterInput input = MasterInput.open(source, clock);
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
