package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.Scans;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.platform.storage.Documents;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Maps of tasks and numbers about the fleet. */
final class TasksApiTest {

  private static final String TASKS = "/api/v1/titles/t1/tasks";

  private final ApiFixture api = ApiFixture.start();
  private final String viewer = api.key("north", Role.VIEWER);
  private final String admin = api.key("*", Role.ADMIN);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void tasks_beforeThePlan_areNone() {
    api.view.accept(Examples.title("t1", "north", Phase.INSPECTING));
    Answer answer = api.get(viewer, TASKS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("tasks")).isEmpty();
  }

  @Test
  void tasks_ofAPlannedTitle_comeOnceAndThenOnlyWhatChanged() {
    plan();
    Answer full = api.get(viewer, TASKS);
    assertThat(full.json().path("tasks").size()).isGreaterThan(2);
    assertThat(full.json().path("tasks").get(0).path("s").asText()).isEqualTo("W");
    String next = full.json().path("next").asText();
    Answer later = api.get(viewer, TASKS + "?since=" + next);
    assertThat(later.json().path("tasks")).isEmpty();
    Answer same =
        api.send(
            api.request(viewer, TASKS).header("If-None-Match", full.header("ETag")).GET().build());
    assertThat(same.status()).isEqualTo(304);
  }

  @Test
  void tasks_ofAnotherTenant_areNotFound() {
    plan();
    assertThat(api.get(api.key("south", Role.VIEWER), TASKS).status()).isEqualTo(404);
  }

  @Test
  void statistics_failures_nameTheTitleOnlyToWhoMaySeeIt() {
    api.view.accept(Examples.title("t1", "south", Phase.ENCODING));
    api.statistics.accept(
        new TaskReport.Failed(
            Examples.taskLetter("d", "t1", "south", 1).task().orElseThrow(),
            "w1",
            FailureKind.ENCODER_CRASHED,
            "It crashed."),
        Instant.now());
    Answer theirs = api.get(viewer, "/api/v1/statistics");
    assertThat(theirs.json().path("failures").get(0).path("count").asInt()).isEqualTo(1);
    assertThat(theirs.json().path("failures").get(0).has("lastTitleId")).isFalse();
    assertThat(theirs.json().path("workers")).isEmpty();
    Answer all = api.get(admin, "/api/v1/statistics");
    assertThat(all.json().path("failures").get(0).path("lastTitleId").asText()).isEqualTo("t1");
    assertThat(all.json().path("workers").get(0).path("failures").asInt()).isEqualTo(1);
    assertThat(all.json().path("minutes").size()).isEqualTo(60);
  }

  private void plan() {
    api.view.accept(Examples.title("t1", "north", Phase.ENCODING));
    new Documents(api.store)
        .put(
            StorageLayout.planKey("t1", 3),
            Planner.plan(
                Scans.inspect(Scans.picture(FrameRate.of(25, 1), 5_000)),
                ProfileReader.defaultProfile(),
                "build",
                false));
  }
}
