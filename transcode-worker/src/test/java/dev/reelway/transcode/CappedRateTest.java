package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Noise that needs many times the cap, over joins of chunks: the cap holds for every codec. */
final class CappedRateTest {

  private static final long CAP = 400_000;
  private static final String NOISE =
      "testsrc2=size=320x180:rate=25:duration=16"
          + ",noise=alls=70:allf=t:enable='between(t,3,14)',format=yuv420p";

  /** What may come at once, in seconds of the cap: the buffer, and half of it where chunks join. */
  private static final double BUFFER_SECONDS = 1.5;

  /** AV1 is held to its cap segment by segment, not picture by picture. */
  private static final double AV1_BUFFER_SECONDS = 2.5;

  /** What a segment may hold beyond its own duration at the cap: the buffer. */
  private static final double SEGMENT_SECONDS = 1;

  @TempDir Path folder;

  @Test
  void encode_noise_keepsTheCapOverJoins() throws IOException, InterruptedException {
    Path master =
        new MadeMasters(folder)
            .of("noise.mkv", NOISE, "-c:v libx264 -preset ultrafast -qp 12".split(" "));
    MediaEngine engine = new InProcessMediaEngine();
    EncodePlan plan = Plans.plan(engine, master, profile(), false);
    try (MemoryObjectStore store = new MemoryObjectStore()) {
      Title title = new Title(plan, master, engine, store, folder.resolve("scratch"));
      List<EncodedChunk> chunks = title.encodePicture();
      assertThat(chunks).hasSizeGreaterThan(1);
      for (RungPlan rung : plan.rungs()) {
        check(rung, fragments(title, rung, chunks));
      }
    }
  }

  private static void check(RungPlan rung, List<ScannedFragment> segments) {
    double timescale = rung.rate().timescale();
    boolean av1 = rung.codec() == VideoCodec.AV1;
    double bufferBits = CAP * (av1 ? AV1_BUFFER_SECONDS : BUFFER_SECONDS);
    double full = 0;
    for (ScannedFragment segment : segments) {
      double bits = 0;
      for (Sample sample : segment.samples()) {
        bits += sample.sizeBytes() * 8.0;
        full = Math.max(0, full) + sample.sizeBytes() * 8.0;
        assertThat(full).as("buffer of " + rung.name()).isLessThan(bufferBits);
        full -= CAP * sample.durationTicks() / timescale;
      }
      double seconds = segment.durationTicks() / timescale;
      assertThat(bits).as(rung.name()).isLessThan(CAP * (seconds + SEGMENT_SECONDS));
    }
  }

  private static List<ScannedFragment> fragments(
      Title title, RungPlan rung, List<EncodedChunk> chunks) throws IOException {
    List<ScannedFragment> all = new ArrayList<>();
    for (EncodedChunk chunk : chunks) {
      byte[] bytes = title.bytes(Title.part(rung.track(), chunk));
      all.addAll(FragmentedFile.read(ByteSource.of(bytes)).fragments());
    }
    return all;
  }

  private static Profile profile() {
    return new Profile(
        "capped",
        Rational.of(4),
        Rational.of(2),
        Profile.Interlaced.FIELDS,
        List.of(
            rung(VideoCodec.H264, "ultrafast", 24),
            rung(VideoCodec.HEVC, "ultrafast", 24),
            rung(VideoCodec.AV1, "12", 35)),
        Profile.Audio.stereo(128_000, 48_000));
  }

  private static Profile.Rung rung(VideoCodec codec, String preset, int crf) {
    return new Profile.Rung(
        180, codec, DynamicRange.SDR, preset, Rational.of(crf), CAP, Rational.of(60));
  }
}
