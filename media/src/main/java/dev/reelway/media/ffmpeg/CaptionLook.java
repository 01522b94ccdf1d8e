package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_EIA_608;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.media.scan.CaptionScan;
import dev.reelway.media.text.caption.CaptionData;
import dev.reelway.media.text.caption.UnreadCaptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * The part of the scan that is about captions. FFmpeg takes the samples of caption tracks apart
 * while it reads them and gives up where they are broken, so they are read apart from everything
 * else. A picture's stream is read for captions only if they were seen in it.
 *
 * @param watch what was seen while all packets were read, absent if only tables were
 */
record CaptionLook(MasterBytes source, ClockMap clock, Optional<CaptionWatch> watch) {

  /** How many pictures to look at in the beginning, and at each of some places spread evenly. */
  private static final int FIRST_PICTURES = 150;

  private static final int PICTURES = 25;
  private static final int PLACES = 8;

  /** Keeps caption tracks from being read. */
  static void leaveOutTracks(MasterInput input) {
    input.readOnly(
        IntStream.range(0, input.streamCount())
            .filter(i -> !isTrack(input.stream(i)))
            .boxed()
            .collect(Collectors.toSet()));
  }

  /** The packets of a stream: those that were found already, or the ones of a caption track. */
  PacketIndex packets(AVStream stream, PacketIndex found) {
    if (isTrack(stream)) {
      try (MasterInput input = MasterInput.open(source, clock)) {
        input.readOnly(Set.of(stream.index()));
        for (AVPacket packet = input.next(); packet != null; packet = input.next()) {
          found.add(packet, 0);
          av_packet_unref(packet);
        }
      } catch (ReelwayException e) {
        throwUnlessDamaged(e);
      }
    }
    return found;
  }

  /** What captions a stream has that is not encrypted. */
  CaptionScan captions(AVStream stream, PacketIndex packets) {
    boolean attached = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
    if (!CaptionData.isIn(StreamFacts.codec(stream.codecpar())) || attached) {
      return CaptionScan.NONE;
    }
    try {
      if (!isTrack(stream)
          && !watch.map(w -> w.sees(stream)).orElseGet(() -> probe(stream, packets))) {
        return CaptionScan.NONE;
      }
      CaptionReader.Captions found = new CaptionReader(source, stream.index(), clock).read();
      List<Integer> channels = List.copyOf(found.cues().keySet());
      return new CaptionScan(channels, found.unread().map(UnreadCaptions::words).orElse(""));
    } catch (ReelwayException e) {
      throwUnlessDamaged(e);
      return CaptionScan.NONE;
    }
  }

  // The pictures of an MP4 are not read for the scan, and a film of hours is not for this alone.
  private boolean probe(AVStream stream, PacketIndex packets) {
    try (MasterInput input = MasterInput.open(source, clock)) {
      input.readOnly(Set.of(stream.index()));
      boolean seen = carries(input, stream.index(), FIRST_PICTURES);
      long step = (packets.endTicks() - packets.firstTicks()) / (PLACES + 1);
      for (int i = 1; i <= PLACES && !seen; i++) {
        long ticks = packets.firstTicks() + i * step;
        input.enter(stream.index(), new SeekPoint(ticks, ticks, -1));
        seen = carries(input, stream.index(), PICTURES);
      }
      return seen;
    }
  }

  private static boolean carries(MasterInput input, int stream, int pictures) {
    boolean seen = false;
    int left = pictures;
    while (!seen && left > 0) {
      AVPacket packet = input.next();
      if (packet == null) {
        return false;
      }
      if (packet.stream_index() == stream) {
        seen = CaptionWatch.mention(input.stream(stream), packet);
        left--;
      }
      av_packet_unref(packet);
    }
    return seen;
  }

  private static boolean isTrack(AVStream stream) {
    return stream.codecpar().codec_id() == AV_CODEC_ID_EIA_608;
  }

  // A title can do without captions; whether it can do without the picture is seen elsewhere.
  private static void throwUnlessDamaged(ReelwayException e) {
    if (e.kind() != FailureKind.MASTER_DAMAGED) {
      throw e;
    }
  }
}
