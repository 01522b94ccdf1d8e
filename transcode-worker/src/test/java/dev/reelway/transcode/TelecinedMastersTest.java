package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.ingest.inspect.MasterReader;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Film that FFmpeg has spread over the fields of video, whole pictures in files that say
 * interlaced, and what comes out of a chunked encode: the film's own pictures, each once.
 */
final class TelecinedMastersTest {

  private static final int FILM_FRAMES = 120;
  // Waves that move each picture by about a line, as a slow pan does; no two pictures are alike.
  private static final String WAVES =
      ",geq=lum='128+60*sin((X+3*N)/9)+50*sin((Y+2*N)/7)':cb='128+N/4':cr=128,format=yuv420p";
  private static final String FILM =
      "nullsrc=size=192x128:rate=24000/1001,trim=end_frame=" + FILM_FRAMES + WAVES;
  private static final String WHOLE_FILM =
      "nullsrc=size=192x128:rate=25,trim=end_frame=100" + WAVES;

  @TempDir Path folder;
  private final MediaEngine engine = new InProcessMediaEngine();
  private MadeMasters masters;

  @BeforeEach
  void prepare() {
    masters = new MadeMasters(folder);
  }

  /** A rhythm may begin anywhere; of a film picture cut in half at either end nothing is shown. */
  @ParameterizedTest
  @CsvSource({
    // pulldown, pictures cut off at the start, file, film pictures: first, count
    "top,    0, untagged.mp4, 0, 120",
    "bottom, 0, bottom.mov,   0, 120",
    "top,    1, top.mkv,      1, 119",
    "top,    2, untagged.mov, 2, 118",
    "top,    3, untagged.ts,  3, 117",
    "bottom, 4, bottom.mkv,   3, 117",
  })
  void encode_film_givesEachPictureOnce(String field, int cut, String file, int first, int count)
      throws Exception {
    String filter = FILM + ",telecine=first_field=" + field + ",trim=start_frame=" + cut;
    Path master = lossless(file, filter);

    Inspection inspection = read(master);
    EncodePlan plan = plan(inspection);

    assertThat(codes(inspection))
        .contains(FindingCode.TELECINE_UNDONE.code())
        .doesNotContain(FindingCode.DEINTERLACED.code());
    assertThat(plan.rungs().get(0).rate().toString()).isEqualTo("24000/1001");
    assertThat(plan.chunks()).hasSizeGreaterThan(2);
    assertThat(encode(plan, master)).isEqualTo(hashes(film(FILM)).subList(first, first + count));
  }

  @Test
  void encode_rhythmThatBreaks_isDeinterlaced() throws Exception {
    // A cut after the pulldown, as video editing makes it.
    String filter = FILM + ",telecine,select='not(between(n,70,71))',setpts=N/FRAME_RATE/TB";
    Inspection inspection =
        read(lossless("bottom.mp4", filter.replace("telecine", "telecine=first_field=bottom")));

    assertMixed(inspection);
  }

  @Test
  void encode_filmWithVideoCredits_isDeinterlaced() throws Exception {
    String video = "testsrc2=size=192x128:rate=60000/1001:duration=2,scroll=vertical=0.02";
    String filter = FILM + ",telecine[a];" + video + ",tinterlace=interleave_top[b];[a][b]concat";
    Inspection inspection = read(lossless("untagged.mp4", filter));

    assertMixed(inspection);
  }

  @ParameterizedTest
  @ValueSource(strings = {"top.mkv", "bottom.mov"})
  void encode_wholePicturesThatSayInterlaced_stayAsTheyAre(String file) throws Exception {
    Path master = lossless(file, WHOLE_FILM);

    Inspection inspection = read(master);

    VideoStream video = inspection.video().orElseThrow();
    assertThat(codes(inspection)).contains(FindingCode.PROGRESSIVE_INSIDE.code());
    assertThat(video.fieldOrder()).isEqualTo(FieldOrder.PROGRESSIVE);
    assertThat(video.rate().toString()).isEqualTo("25");
    assertThat(encode(plan(inspection), master)).isEqualTo(hashes(film(WHOLE_FILM)));
  }

  private static void assertMixed(Inspection inspection) {
    assertThat(codes(inspection))
        .contains(FindingCode.TELECINE_MIXED.code(), FindingCode.DEINTERLACED.code())
        .doesNotContain(FindingCode.TELECINE_UNDONE.code());
    assertThat(inspection.video().orElseThrow().rate().toString()).isEqualTo("60000/1001");
  }

  /** A master without loss whose name tells how it is tagged. x264 loses bits with tff=1. */
  private Path lossless(String name, String filter) {
    String encoder = "-c:v libx264 -qp 0 -preset ultrafast -x264-params keyint=40";
    return switch (name.substring(0, name.indexOf('.'))) {
      case "top" -> masters.of(name, filter + ",setfield=tff", "-c:v", "ffv1");
      case "bottom" -> masters.of(name, filter + ",setfield=bff", (encoder + ":bff=1").split(" "));
      default -> masters.of(name, filter, encoder.split(" "));
    };
  }

  /** The film itself. */
  private Path film(String filter) {
    return lossless("untagged.source.mp4", filter);
  }

  private Inspection read(Path master) throws Exception {
    try (SourceFiles files = new OneFile(master)) {
      return new MasterReader(engine).read(files, SourceOptions.STRICT, done -> {});
    }
  }

  private EncodePlan plan(Inspection inspection) {
    EncodePlan plan = Planner.plan(inspection, Plans.ladder(1, 60, 2160), engine.build(), false);
    return Plans.lossless(Plans.finelyChunked(plan));
  }

  private List<String> encode(EncodePlan plan, Path master)
      throws IOException, InterruptedException {
    try (MemoryObjectStore store = new MemoryObjectStore()) {
      Title title = new Title(plan, master, engine, store, folder.resolve("scratch"));
      RungPlan rung = plan.rungs().get(0);
      Path joined = title.join(rung.track(), title.encodePicture(), folder.resolve("joined.mp4"));
      return hashes(joined);
    }
  }

  private static List<String> hashes(Path file) {
    List<String> hashes = new ArrayList<>();
    FfmpegProgram.pictures(file, "null").forEach(picture -> hashes.add(picture.hash()));
    return hashes;
  }

  private static List<String> codes(Inspection inspection) {
    return inspection.findings().stream().map(Finding::code).toList();
  }
}
