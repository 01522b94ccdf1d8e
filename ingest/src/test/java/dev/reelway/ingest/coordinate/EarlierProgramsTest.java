package dev.reelway.ingest.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Rows and messages that an earlier program wrote are there when a newer one starts. */
final class EarlierProgramsTest {

  @Test
  void submission_withoutForce_isRead() {
    Submission read =
        read(
            "{\"version\":1,\"master\":\"m\",\"profile\":\"p\",\"awaitStart\":false,"
                + "\"awaitPublish\":true}",
            Submission.class);
    assertThat(read).isEqualTo(new Submission(1, "m", "p", false, true, false));
  }

  @Test
  void publish_withoutForce_isRead() {
    TitleMessage read = read("{\"message\":\"Publish\",\"version\":2}", TitleMessage.class);
    assertThat(read).isEqualTo(new TitleMessage.Publish(2));
  }

  @Test
  void task_withoutForce_isRead() {
    Task read =
        read(
            "{\"schema\":1,\"id\":{\"titleId\":\"t\",\"version\":1,\"step\":\"PUBLISH\",\"attempt\":1},"
                + "\"requestId\":\"r\",\"tenant\":\"n\",\"lane\":\"BULK\",\"engineBuild\":\"\","
                + "\"memoryClass\":0,\"fresh\":false,\"targetVersion\":0}",
            Task.class);
    assertThat(read.force()).isFalse();
  }

  private static <T> T read(String json, Class<T> type) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), type, "a row");
  }
}
