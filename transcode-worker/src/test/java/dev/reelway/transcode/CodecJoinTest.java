package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chunks of every codec join, and HDR metadata is in each of their segments. */
class CodecJoinTest {

  private static final int FRAMES = 75;
  private static final String DISPLAY =
      "red_x=34000/50000|red_y=16000/50000|green_x=13250/50000|green_y=34500/50000"
          + "|blue_x=7500/50000|blue_y=3000/50000|white_point_x=15635/50000"
          + "|white_point_y=16450/50000|min_luminance=50/10000|max_luminance=10000000/10000";
  private static final String LIGHT = "max_content=800|max_average=300";

  @TempDir Path folder;
  private Path master;

  @BeforeEach
  void makeMaster() {
    master = folder.resolve("hdr10.mp4");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=320x180:rate=25",
            "-frames:v",
            "" + FRAMES,
            "-vf",
            "format=yuv420p10le,setparams=range=tv:color_primaries=bt2020"
                + ":color_trc=smpte2084:colorspace=bt2020nc",
            "-c:v",
            "libx265",
            "-preset",
            "ultrafast",
            "-tag:v",
            "hvc1",
            "-x265-params",
            "log-level=none:master-display=G(13250,34500)B(7500,3000)R(34000,16000)"
                + "WP(15635,16450)L(10000000,50):max-cll=800,300",
            master.toString()));
  }

  @Test
  void encode_chunksOfEveryCodec_joinAndDecode() throws IOException, InterruptedException {
    EncodePlan plan = plan();
    try (MemoryObjectStore store = new MemoryObjectStore()) {
      Title title = title(plan, store);
      List<EncodedChunk> chunks = title.encodePicture();
      assertThat(chunks).hasSizeGreaterThan(1);
      for (RungPlan rung : plan.rungs()) {
        assertThat(chunks.stream().map(c -> Title.part(rung.track(), c).initSha256()).distinct())
            .as(rung.name())
            .hasSize(1);
        Path joined = title.join(rung.track(), chunks, folder.resolve("joined.mp4"));
        assertThat(FfmpegProgram.pictures(joined, "null")).as(rung.name()).hasSize(FRAMES);
        checkSegments(title, rung, chunks);
      }
    }
  }

  @Test
  void encode_sameChunkTwice_givesTheSameBytes() throws InterruptedException, IOException {
    EncodePlan plan = plan();
    List<List<byte[]>> runs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (MemoryObjectStore store = new MemoryObjectStore()) {
        Title title = title(plan, store);
        EncodedChunk chunk = title.encode(plan.chunks().get(1));
        runs.add(
            plan.rungs().stream().map(r -> title.bytes(Title.part(r.track(), chunk))).toList());
      }
    }
    for (int i = 0; i < plan.rungs().size(); i++) {
      assertThat(runs.get(0).get(i)).as(plan.rungs().get(i).name()).isEqualTo(runs.get(1).get(i));
    }
  }

  /** Each segment alone, as a player gets it. */
  private void checkSegments(Title title, RungPlan rung, List<EncodedChunk> chunks)
      throws IOException {
    for (EncodedChunk chunk : chunks) {
      EncodedTrackPart part = Title.part(rung.track(), chunk);
      byte[] bytes = title.bytes(part);
      FragmentedFile file = FragmentedFile.read(ByteSource.of(bytes));
      for (ScannedFragment fragment : file.fragments()) {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes(file.initSegment().toArray());
        segment.write(bytes, (int) fragment.offset(), (int) fragment.sizeBytes());
        check(rung, Files.write(folder.resolve("segment.mp4"), segment.toByteArray()));
      }
    }
  }

  private static void check(RungPlan rung, Path segment) {
    String stream =
        String.join(
            "\n",
            FfmpegProgram.probe(
                segment, "-show_entries", "stream=pix_fmt,color_transfer:stream_side_data"));
    boolean hdr = rung.dynamicRange() == DynamicRange.HDR;
    assertThat(stream)
        .contains(rung.bitDepth() == 10 ? "pix_fmt=yuv420p10le|" : "pix_fmt=yuv420p|")
        .contains(hdr ? "color_transfer=smpte2084" : "color_transfer=bt709");
    assertThat(stream.contains(DISPLAY) && stream.contains(LIGHT)).as(stream).isEqualTo(hdr);
    if (rung.codec() == VideoCodec.HEVC && hdr) {
      String frame =
          String.join(
              "\n",
              FfmpegProgram.probe(
                  segment, "-read_intervals", "%+#1", "-show_entries", "frame_side_data"));
      assertThat(frame).contains(DISPLAY).contains(LIGHT);
    }
  }

  private Title title(EncodePlan plan, MemoryObjectStore store) {
    return new Title(plan, master, new InProcessMediaEngine(), store, folder.resolve("scratch"));
  }

  private EncodePlan plan() throws InterruptedException, IOException {
    List<Profile.Rung> rungs =
        Stream.of(
                rung(VideoCodec.H264, DynamicRange.SDR, "ultrafast"),
                rung(VideoCodec.HEVC, DynamicRange.SDR, "ultrafast"),
                rung(VideoCodec.HEVC, DynamicRange.HDR, "veryfast"),
                rung(VideoCodec.AV1, DynamicRange.HDR, "12"))
            .toList();
    Profile profile =
        new Profile(
            "mixed",
            Rational.ONE,
            new Rational(1, 2),
            Profile.Interlaced.FIELDS,
            rungs,
            Profile.Audio.stereo(128_000, 48_000));
    return Plans.finelyChunked(Plans.plan(new InProcessMediaEngine(), master, profile, false));
  }

  private static Profile.Rung rung(VideoCodec codec, DynamicRange range, String preset) {
    return new Profile.Rung(180, codec, range, preset, Rational.of(30), 1_000_000, Rational.of(60));
  }
}
