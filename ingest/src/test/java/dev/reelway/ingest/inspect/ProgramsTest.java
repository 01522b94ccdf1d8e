package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.ingest.PictureScan;
import dev.reelway.ingest.Scans;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Of several programs in one transport stream, one becomes the title. */
final class ProgramsTest {

  private static final StreamScan SMALL = new PictureScan().index(0).size(640, 360).build();
  private static final StreamScan LARGE = new PictureScan().index(2).build();

  @Test
  void inspect_twoPrograms_soundOfTheOtherIsLeftOut() {
    Inspection inspection = Scans.inspect(of(List.of(0, 1), List.of(2, 3)));

    assertThat(inspection.video().orElseThrow().index()).isEqualTo(2);
    assertThat(inspection.audio()).extracting(AudioStream::index).containsExactly(3);
    assertThat(inspection.findings())
        .filteredOn(finding -> finding.code().equals(FindingCode.STREAM_LEFT_OUT.code()))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.message()).contains("Stream 1").contains("program"));
  }

  @Test
  void inspect_onlyOneProgramHasSound_itsPictureIsChosen() {
    Inspection inspection = Scans.inspect(of(List.of(0, 1, 3), List.of(2)));

    assertThat(inspection.video().orElseThrow().index()).isZero();
    assertThat(inspection.audio()).extracting(AudioStream::index).containsExactly(1, 3);
  }

  @Test
  void inspect_pictureNamed_itsProgramIsTaken() {
    SourceOptions first = new SourceOptions(false, OptionalInt.of(0), List.of(), List.of(), false);

    Inspection inspection = Scans.inspect(of(List.of(0, 1), List.of(2, 3)), first);

    assertThat(inspection.audio()).extracting(AudioStream::index).containsExactly(1);
  }

  @Test
  void inspect_soundInBothPrograms_isOfEither() {
    Inspection inspection = Scans.inspect(of(List.of(0, 1), List.of(2, 3, 1)));

    assertThat(inspection.audio()).extracting(AudioStream::index).containsExactly(1, 3);
  }

  private static MasterScan of(List<Integer> program, List<Integer> other) {
    return new MasterScan(
        "mpegts",
        ClockMap.EVEN,
        List.of(SMALL, Scans.sound(1, "eng", 1), LARGE, Scans.sound(3, "deu", 1)),
        List.of(program, other),
        OptionalLong.empty());
  }
}
