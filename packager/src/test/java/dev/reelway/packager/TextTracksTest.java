package dev.reelway.packager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.StoredObject;
import dev.reelway.transcode.OneFile;
import dev.reelway.transcode.Plans;
import dev.reelway.transcode.Transcoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Subtitles of a master on their whole way to segments, read back by FFmpeg. */
class TextTracksTest {

  /** At the start, over two boundaries of 1 s, at the same time, at the very end. */
  private static final String SUBTITLES =
      """
      1
      00:00:00,000 --> 00:00:00,501
      Erste Größe

      2
      00:00:01,999 --> 00:00:04,001
      <i>über</i> zwei Grenzen

      3
      00:00:03,100 --> 00:00:03,250
      zugleich

      4
      00:00:07,500 --> 00:00:08,000
      Ende
      """;

  private static final List<String> EXPECTED =
      List.of(
          "00:00:00,000 --> 00:00:00,501 Erste Größe",
          "00:00:01,999 --> 00:00:04,001 <i>über</i> zwei Grenzen",
          "00:00:03,100 --> 00:00:03,250 zugleich",
          "00:00:07,500 --> 00:00:08,000 Ende");

  @TempDir Path folder;

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final StorageLayout layout = StorageLayout.ofFolder();

  @ParameterizedTest
  @CsvSource({
    "mkv, srt, 0",
    "mkv, srt, 10",
    "mkv, ass, 3",
    "mkv, webvtt, 0",
    "mp4, mov_text, 0",
    "mp4, mov_text, 2"
  })
  void webVttFiles_anyCodecAndOffset_haveTheTimesOfTheSource(
      String container, String codec, int offset) throws Exception {
    PackagedSegments text = packaged(container, codec, offset, TextFormat.WEBVTT);

    assertThat(text.segments()).hasSize(8);
    Set<String> cues = new LinkedHashSet<>();
    for (SegmentEntry entry : text.segments()) {
      assertThat(entry.startTicks()).isEqualTo((entry.number() - 1) * 1000L);
      Path file = folder.resolve("segment.vtt");
      Files.write(file, bytes(layout.textSegmentKey(text.track(), entry.number())));
      assertThat(Files.readString(file)).contains("X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000");
      cues.addAll(subRip(file));
    }
    // Samples of MP4 follow each other: FFmpeg ends one text where the next begins.
    List<String> expected =
        codec.equals("mov_text")
            ? EXPECTED.stream().map(cue -> cue.replace("00:00:04,001", "00:00:03,100")).toList()
            : EXPECTED;
    assertThat(cues).containsExactlyElementsOf(expected);
    assertThat(store.get(layout.initKey(text.track()))).isEmpty();
  }

  @Test
  void webVttInMp4_samples_changeWhenCuesDo() throws Exception {
    PackagedSegments text = packaged("mkv", "srt", 10, TextFormat.WVTT);

    assertThat(text.codec()).isEqualTo("wvtt");
    Path file = Files.write(folder.resolve("text.mp4"), joined(text));
    List<String> words = List.of("-i", file.toString(), "-map", "0", "-c", "copy");
    List<String> arguments = new java.util.ArrayList<>(words);
    arguments.addAll(List.of("-f", "framemd5", "-"));
    List<Long> times =
        new String(FfmpegProgram.run(arguments), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> Long.parseLong(line.split(",\\s*", -1)[2]))
            .toList();
    assertThat(times)
        .containsExactly(
            0L, 501L, 1000L, 1999L, 2000L, 3000L, 3100L, 3250L, 4000L, 4001L, 5000L, 6000L, 7000L,
            7500L);
  }

  @ParameterizedTest
  @CsvSource({"mkv, ass, 10", "mp4, ttml, 2", "mp4, mov_text, 2"})
  void imsc1_documents_haveTheTimesOfTheSource(String container, String codec, int offset)
      throws Exception {
    PackagedSegments text = packaged(container, codec, offset, TextFormat.IMSC1);

    assertThat(text.codec()).isEqualTo("stpp.ttml.im1t");
    assertThat(text.segments()).hasSize(8);
    Path file = Files.write(folder.resolve("text.mp4"), joined(text));
    assertThat(FfmpegProgram.probe(file, "-show_entries", "packet=pts,duration"))
        .hasSize(8)
        .contains("packet|pts=0|duration=1000", "packet|pts=7000|duration=1000");
    List<String> words = List.of("-i", file.toString(), "-map", "0", "-c", "copy");
    List<String> arguments = new java.util.ArrayList<>(words);
    arguments.addAll(List.of("-f", "data", "-"));
    String documents = new String(FfmpegProgram.run(arguments), StandardCharsets.UTF_8);
    Set<String> cues = new LinkedHashSet<>();
    for (String document : documents.split("(?=<\\?xml)", -1)) {
      cues.addAll(paragraphs(document));
    }
    List<String> expected =
        List.of(
            "00:00:00.000 00:00:00.501 Erste Größe",
            codec.equals("mov_text")
                ? "00:00:01.999 00:00:03.100 über zwei Grenzen"
                : "00:00:01.999 00:00:04.001 über zwei Grenzen",
            "00:00:03.100 00:00:03.250 zugleich",
            "00:00:07.500 00:00:08.000 Ende");
    assertThat(cues).containsExactlyElementsOf(expected);
  }

  /** What the JDK's XML parser finds in a document. */
  private static List<String> paragraphs(String document) throws Exception {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes))
            .getElementsByTagName("p");
    List<String> paragraphs = new java.util.ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      Element paragraph = (Element) found.item(i);
      paragraphs.add(
          paragraph.getAttribute("begin")
              + " "
              + paragraph.getAttribute("end")
              + " "
              + paragraph.getTextContent());
    }
    return paragraphs;
  }

  private byte[] joined(PackagedSegments text) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(bytes(layout.initKey(text.track())));
    for (SegmentEntry entry : text.segments()) {
      joined.writeBytes(bytes(layout.segmentKey(text.track(), entry.number())));
    }
    return joined.toByteArray();
  }

  private PackagedSegments packaged(String container, String codec, int offset, TextFormat format)
      throws IOException, InterruptedException {
    Path subtitles = Files.writeString(folder.resolve("s.srt"), SUBTITLES);
    Path master = folder.resolve("master." + container);
    List<String> arguments = new java.util.ArrayList<>();
    arguments.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=128x72:rate=25:duration=8"));
    arguments.addAll(List.of("-i", subtitles.toString(), "-map", "0:v", "-map", "1"));
    arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-c:s", codec));
    arguments.addAll(List.of("-output_ts_offset", Integer.toString(offset), master.toString()));
    FfmpegProgram.run(arguments);
    InProcessMediaEngine engine = new InProcessMediaEngine();
    Profile ladder = Plans.ladder(1, 30, 72);
    Profile profile = format == TextFormat.IMSC1 ? Plans.withImsc1(ladder) : ladder;
    EncodePlan plan = Plans.plan(engine, master, profile, false);
    int number = plan.text().stream().map(TextPlan::format).toList().indexOf(format);
    TaskRef task = TaskRef.text(number);
    Transcoder transcoder = new Transcoder(engine, store, layout, folder, false);
    try (OneFile files = new OneFile(master)) {
      EncodedChunk chunk =
          transcoder.encode(plan, task, ChunkKeys.of(plan, task), files, done -> {});
      return new Packager(store, layout).packageChunk(chunk).tracks().get(0);
    }
  }

  /** Cues as {@code 00:00:01,000 --> 00:00:02,000 text}, as FFmpeg understands the file. */
  private static List<String> subRip(Path file) {
    String text =
        new String(
            FfmpegProgram.run(List.of("-i", file.toString(), "-f", "srt", "-")),
            StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> !line.matches("\\d*"))
        .collect(java.util.stream.Collectors.joining(" "))
        .transform(
            all ->
                all.isEmpty()
                    ? List.<String>of()
                    : List.of(all.split(" (?=\\d\\d:\\d\\d:\\d\\d,\\d{3} -->)")));
  }

  private byte[] bytes(String key) {
    try (StoredObject object = store.get(key).orElseThrow()) {
      return object.readAllBytes();
    }
  }
}
