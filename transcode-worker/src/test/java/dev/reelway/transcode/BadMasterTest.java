package dev.reelway.transcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.process.ChildCommand;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.process.ProcessLimits;
import dev.reelway.media.process.ProcessMediaEngine;
import dev.reelway.media.process.Sandbox;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.media.testing.SmallMasters;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each master that cannot become a title ends in one failure with one plain sentence. */
class BadMasterTest {

  private final MediaEngine engine = new InProcessMediaEngine();

  @TempDir Path folder;

  @Test
  void plan_textNamedMp4_isMalformed() throws IOException {
    Path master = write("Dear team,\nplease find the video attached.\n".getBytes(ISO_8859_1));

    assertRefused(master, FailureKind.MASTER_MALFORMED);
  }

  @Test
  void plan_emptyFile_isEmpty() throws IOException {
    assertRefused(write(new byte[0]), FailureKind.MASTER_EMPTY);
  }

  @Test
  void plan_withoutMovieBox_isTruncated() throws IOException {
    byte[] whole = Files.readAllBytes(SmallMasters.path("rotated.mp4"));

    assertRefused(write(Arrays.copyOf(whole, whole.length / 2)), FailureKind.MASTER_TRUNCATED);
  }

  @Test
  void plan_cutInTheSamples_isTruncated() throws IOException, InterruptedException {
    byte[] whole = tablesFirst("edit-list.mp4");
    Path master = write(Arrays.copyOf(whole, whole.length * 6 / 10));

    assertRefused(master, FailureKind.MASTER_TRUNCATED);
    assertThat(framesWithDamageTolerated(master, new ArrayList<>())).isBetween(60L, 140L);
  }

  @Test
  void encode_noiseInTheMiddle_namesTheTimeOrGoesOnWithAllFrames()
      throws IOException, InterruptedException {
    byte[] bytes = tablesFirst("edit-list.mp4");
    byte[] noise = new byte[4000];
    new Random(11).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, bytes.length / 2, noise.length);
    Path master = write(bytes);
    List<String> damage = new ArrayList<>();

    ReelwayException failure =
        catchThrowableOfType(ReelwayException.class, () -> encode(master, false));
    long frames = framesWithDamageTolerated(master, damage);

    assertThat(failure.kind()).isEqualTo(FailureKind.MASTER_DAMAGED);
    assertThat(failure.getMessage()).matches("The (picture|sound.*) at 0:00:0\\d\\.\\d{3} .*\\.");
    assertThat(frames).isEqualTo(200);
    assertThat(damage)
        .isNotEmpty()
        .allSatisfy(sentence -> assertThat(sentence).matches("The .* at 0:00:0\\d\\.\\d{3} .*\\."));
  }

  @Test
  void encode_damagedCabacPicture_isNotTakenForAWholeOne() throws IOException {
    byte[] bytes = tablesFirst("single-keyframe.mp4");
    // One byte in the middle of one picture: the entropy decoder runs on with nonsense.
    bytes[bytes.length / 3] ^= 0x55;
    Path master = write(bytes);

    ReelwayException failure =
        catchThrowableOfType(ReelwayException.class, () -> encode(master, false));

    assertThat(failure.kind()).isEqualTo(FailureKind.MASTER_DAMAGED);
  }

  @Test
  void plan_withoutSampleDescription_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(SmallMasters.path("rotated.mp4"));
    System.arraycopy("free".getBytes(ISO_8859_1), 0, bytes, position(bytes, "stsd"), 4);

    assertRefusedByTheMastersFault(write(bytes));
  }

  @Test
  void plan_timescaleOfZero_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(SmallMasters.path("rotated.mp4"));
    ByteBuffer.wrap(bytes).putInt(position(bytes, "mdhd") + 16, 0);

    assertRefusedByTheMastersFault(write(bytes));
  }

  @Test
  void plan_timeStampsThatJumpByDays_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(SmallMasters.path("vfr.mp4"));
    ByteBuffer.wrap(bytes).putInt(position(bytes, "stts") + 16, Integer.MAX_VALUE);

    assertRefusedByTheMastersFault(write(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void plan_flippedBytesInTheTables_neverCrashesNorBlamesUs(int seed)
      throws IOException, InterruptedException {
    byte[] bytes = Files.readAllBytes(SmallMasters.path("late-sound.mp4"));
    Random random = new Random(seed);
    int tables = position(bytes, "moov") + 4;
    for (int i = 0; i < 6; i++) {
      bytes[tables + random.nextInt(bytes.length - tables)] = (byte) random.nextInt(256);
    }
    Path master = write(bytes);
    MediaEngine children =
        new ProcessMediaEngine(
            ChildCommand.ofThisProcess(new Sandbox(List.of(), "none")), ProcessLimits.DEFAULT);
    try {
      Plans.plan(children, master, Plans.ladder(1, 60, 144), true);
    } catch (ReelwayException e) {
      assertThat(e.kind().fault()).isEqualTo(FailureKind.Fault.MASTER);
      assertThat(e.getMessage()).doesNotContain("\n").endsWith(".");
    }
  }

  private void assertRefused(Path master, FailureKind kind) {
    ReelwayException failure = failureOf(master);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).doesNotContain("\n").endsWith(".");
  }

  private void assertRefusedByTheMastersFault(Path master) {
    ReelwayException failure = failureOf(master);
    assertThat(failure.kind().fault()).isEqualTo(FailureKind.Fault.MASTER);
    assertThat(failure.getMessage()).doesNotContain("\n").endsWith(".");
  }

  private ReelwayException failureOf(Path master) {
    return catchThrowableOfType(
        ReelwayException.class, () -> Plans.plan(engine, master, Plans.ladder(1, 60, 144), false));
  }

  private long framesWithDamageTolerated(Path master, List<String> damage)
      throws InterruptedException {
    List<EncodedChunk> chunks = encode(master, true);
    chunks.forEach(chunk -> chunk.parts().forEach(part -> damage.addAll(part.damage())));
    long frames = 0;
    for (EncodedChunk chunk : chunks) {
      boolean picture = chunk.parts().get(0).quality().isPresent();
      frames += picture ? chunk.parts().get(0).samples() : 0;
    }
    return frames;
  }

  private List<EncodedChunk> encode(Path master, boolean tolerateDamage)
      throws InterruptedException {
    EncodePlan plan =
        Plans.finelyChunked(Plans.plan(engine, master, Plans.ladder(1, 60, 144), tolerateDamage));
    Title title =
        new Title(plan, master, engine, new MemoryObjectStore(), folder.resolve("scratch"));
    List<EncodedChunk> chunks = new ArrayList<>(title.encodePicture());
    for (AudioPlan audio : plan.audio()) {
      chunks.add(title.encode(audio));
    }
    return chunks;
  }

  /** A small master with its tables in front of its samples. */
  private byte[] tablesFirst(String name) throws IOException {
    Path moved = folder.resolve("tables-first.mp4");
    FfmpegProgram.run(
        List.of(
            "-ignore_editlist",
            "1",
            "-i",
            SmallMasters.path(name).toString(),
            "-map",
            "0",
            "-c",
            "copy",
            "-movflags",
            "+faststart",
            moved.toString()));
    return Files.readAllBytes(moved);
  }

  private static int position(byte[] bytes, String type) {
    int position = new String(bytes, ISO_8859_1).indexOf(type);
    assertThat(position).isPositive();
    return position;
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("master.mp4"), bytes);
  }
}
