package dev.reelway.transcode;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.ingest.inspect.MasterInspector;
import dev.reelway.ingest.inspect.ScannedFile;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.media.FileMaster;
import dev.reelway.media.MediaEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real inspections and plans, cut finer than a real title, so that short masters have chunks. */
public final class Plans {

  private static final String FULL_CHROMA =
      "scale=flags=bicubic+accurate_rnd+bitexact,format=yuv444p,";

  private Plans() {}

  /** A ladder with a rung for each of {@code heights}, all at most at {@code maxRate}. */
  public static Profile ladder(int segmentSeconds, int maxRate, int... heights) {
    List<Profile.Rung> rungs = new ArrayList<>();
    for (int height : heights) {
      // Only the highest rung shows all frames of a fast title.
      Rational rate = Rational.of(rungs.isEmpty() ? 60 : maxRate);
      rungs.add(
          new Profile.Rung(
              height,
              VideoCodec.H264,
              DynamicRange.SDR,
              "veryfast",
              Rational.of(28),
              height * 5000L,
              rate));
    }
    return new Profile(
        "test",
        Rational.of(segmentSeconds),
        Rational.of(1),
        Profile.Interlaced.FIELDS,
        rungs,
        Profile.Audio.stereo(128_000, 48_000));
  }

  /** The plan for {@code master}, as the planner makes it. */
  public static EncodePlan plan(
      MediaEngine engine, Path master, Profile profile, boolean tolerateDamage)
      throws InterruptedException {
    try (FileMaster bytes = new FileMaster(master)) {
      String name = master.getFileName().toString();
      Master identity = new Master(name, bytes.sizeBytes(), ContentHash.ofParts(name));
      Inspection inspection =
          MasterInspector.inspect(
              new ScannedFile(identity, engine.scan(bytes)),
              List.of(),
              SourceOptions.tolerating(tolerateDamage));
      return Planner.plan(inspection, profile, engine.build(), tolerateDamage);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code plan} with its segments dealt out to chunks of one, two, three, one … segments. */
  public static EncodePlan finelyChunked(EncodePlan plan) {
    SegmentGrid grid = plan.grid();
    List<ChunkPlan> chunks = new ArrayList<>();
    int first = 0;
    while (first < grid.segmentCount()) {
      int count = Math.min(1 + chunks.size() % 3, grid.segmentCount() - first);
      long firstFrame = grid.firstFrame(first);
      int frames = Math.toIntExact(grid.firstFrame(first + count) - firstFrame);
      chunks.add(new ChunkPlan(chunks.size(), first, count, firstFrame, frames));
      first += count;
    }
    return with(plan, grid, plan.rungs(), chunks);
  }

  /** {@code plan} with nothing but a lossless picture of the highest rung's size. */
  public static EncodePlan lossless(EncodePlan plan) {
    RungPlan rung = plan.rungs().get(0);
    return withRung(plan, rung.width(), rung.height(), "ultrafast", Rational.ZERO);
  }

  /** {@code plan} with nothing but a large rung that keeps an encoder busy for a while. */
  public static EncodePlan slow(EncodePlan plan) {
    return withRung(plan, 640, 360, "slower", Rational.of(23));
  }

  /** {@code plan} with other rungs. */
  public static EncodePlan withRungs(EncodePlan plan, List<RungPlan> rungs) {
    return with(plan, plan.grid(), rungs, plan.chunks());
  }

  /** A rung of another track, like {@code rung} but for its preset. */
  public static RungPlan withPreset(RungPlan rung, String preset) {
    return rung(
        rung, rung.track() + "b", rung.width(), rung.height(), rung.rate(), preset, rung.crf());
  }

  private static EncodePlan withRung(
      EncodePlan plan, int width, int height, String preset, Rational crf) {
    RungPlan first = plan.rungs().get(0);
    VideoStream video = plan.inspection().video().orElseThrow();
    // All frames of the title, unless the ladder wants only the first field of each picture.
    boolean halved = video.fieldOrder().interlaced() && first.rateDivisor() == 2;
    FrameRate rate = halved ? first.rate() : video.rate();
    return withRungs(plan, List.of(rung(first, first.track(), width, height, rate, preset, crf)));
  }

  private static RungPlan rung(
      RungPlan rung,
      String track,
      int width,
      int height,
      FrameRate rate,
      String preset,
      Rational crf) {
    return new RungPlan(
        track,
        rung.name(),
        width,
        height,
        rate.equals(rung.rate()) ? rung.rateDivisor() : 1,
        rate,
        rung.codec(),
        preset,
        crf,
        200_000_000,
        200_000_000,
        51,
        rung.bitDepth(),
        rung.colour(),
        rung.hdr(),
        rung.toneMap());
  }

  /** The filter that makes of a master's picture what the engine makes of it, for lossless runs. */
  public static String oracleFilter(EncodePlan plan, RungPlan rung) {
    var video = plan.inspection().video().orElseThrow();
    boolean upright = video.rotationDegrees() % 180 == 0;
    int width = upright ? video.width() : video.height();
    int height = upright ? video.height() : video.width();
    Colour colour = video.colour();
    boolean untouched =
        width == rung.width()
            && height == rung.height()
            && video.pixelFormat().equals("yuv420p")
            && !colour.fullRange()
            && colour.matrix() == rung.colour().matrix();
    return fields(video, rung)
        + (untouched
            ? "null"
            : "setparams=colorspace=%d:range=%s,%szscale=w=%d:h=%d:filter=lanczos:dither=error_diffusion:range=limited:matrix=%d,format=yuv420p"
                .formatted(
                    colour.matrix(),
                    colour.fullRange() ? "full" : "limited",
                    video.width() % 2 + video.height() % 2 > 0 ? FULL_CHROMA : "",
                    rung.width(),
                    rung.height(),
                    rung.colour().matrix()));
  }

  private static String fields(VideoStream video, RungPlan rung) {
    return video.fieldOrder().interlaced()
        ? "bwdif=deint=all:mode=%s:parity=%s,"
            .formatted(
                rung.rateDivisor() == 2 ? "send_frame" : "send_field",
                video.fieldOrder() == FieldOrder.TOP_FIRST ? "tff" : "bff")
        : "";
  }

  /** {@code profile} with pictures for fast forward and thumbnails. */
  public static Profile scrubbing(Profile profile) {
    return new Profile(
        profile.name(),
        profile.segmentSeconds(),
        profile.gopSeconds(),
        profile.interlaced(),
        profile.video(),
        profile.audio(),
        profile.text(),
        new Profile.Scrubbing(true, true));
  }

  /** {@code profile} with another form of text. */
  public static Profile withImsc1(Profile profile) {
    return new Profile(
        profile.name(),
        profile.segmentSeconds(),
        profile.gopSeconds(),
        profile.interlaced(),
        profile.video(),
        profile.audio(),
        Profile.Text.IMSC1,
        profile.scrubbing());
  }

  /** {@code profile} with another wish for interlaced masters. */
  static Profile with(Profile profile, Profile.Interlaced interlaced) {
    return new Profile(
        profile.name(),
        profile.segmentSeconds(),
        profile.gopSeconds(),
        interlaced,
        profile.video(),
        profile.audio());
  }

  private static EncodePlan with(
      EncodePlan plan, SegmentGrid grid, List<RungPlan> rungs, List<ChunkPlan> chunks) {
    return new EncodePlan(
        plan.schema(),
        plan.planHash(),
        plan.engineBuild(),
        plan.tolerateDamage(),
        plan.inspection(),
        grid,
        rungs,
        plan.audio(),
        plan.text(),
        plan.trickPlay(),
        plan.thumbnails(),
        plan.poster(),
        chunks,
        plan.cost(),
        plan.warnings());
  }
}
