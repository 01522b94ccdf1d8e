package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reelway.cli.command.ExitCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The program compares a title that it made with masters. */
class MasterComparisonIT {
  private static final Path OTHER_MASTER =
      Path.of("..", "samples", "masters", "small", "flash-and-beep.mp4");

  private static Path title;

  @BeforeAll
  static void encode() throws IOException, InterruptedException {
    title = Titles.scrubbing();
  }

  @Test
  void verify_titleAndItsMaster_findsEveryFrame() throws Exception {
    ReelwayProcess.Result result =
        ReelwayProcess.run("verify", title, "--master", Titles.SHORT_MASTER, "--strict", "--json")
            .succeeded();

    JsonNode verdict = new ObjectMapper().readTree(result.out());
    List<Long> frames = new ArrayList<>();
    verdict.get("decoded").forEach(track -> frames.add(track.get("frames").asLong()));
    assertThat(frames).containsExactlyInAnyOrder(200L, 8L);
    assertThat(verdict.get("decoded").get(0).get("xpsnr").asDouble()).isGreaterThan(25);
  }

  @Test
  void verify_titleAndAnotherMaster_saysWhatIsDifferent() throws Exception {
    ReelwayProcess.Result result = ReelwayProcess.run("verify", title, "--master", OTHER_MASTER);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NOT_CONFORMING);
    assertThat(result.out()).contains("DECODE_MASTER_FRAMES").contains("DECODE_MASTER_PICTURE");
  }

  @Test
  void verify_masterThatIsNone_isRefusedAsAMaster() throws Exception {
    ReelwayProcess.Result result =
        ReelwayProcess.run("verify", title, "--master", title.resolve("index.mpd"));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.MASTER_REFUSED);
  }
}
