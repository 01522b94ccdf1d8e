package dev.reelway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IngestTasksTest {

  private final Documents documents = new Documents(new MemoryObjectStore());
  private final IngestTasks tasks =
      new IngestTasks(
          documents,
          request -> {
            throw new AssertionError("the master is read again");
          },
          new InProcessMediaEngine());

  @Test
  void plan_afterACorrection_followsItWithoutTheMaster() throws InterruptedException {
    documents.put(
        StorageLayout.inspectionKey("film", 1),
        Scans.inspect(
            Scans.picture(FrameRate.of(24, 1), 10),
            Scans.sound(1, "und", 10),
            Scans.sound(2, "eng", 10)));
    plan(1, SourceOptions.STRICT);
    StreamTags german =
        new StreamTags(1, Optional.of("de"), Optional.empty(), Optional.of("Deutsch"));
    plan(4, SourceOptions.STRICT.corrected(List.of(german)));

    EncodePlan plan = documents.read(StorageLayout.planKey("film", 1), EncodePlan.class);
    assertThat(plan.audio()).extracting(AudioPlan::language).contains("deu", "eng");
    assertThat(plan.warnings()).noneMatch(finding -> finding.code().startsWith("LANGUAGE"));
    Inspection told = documents.read(StorageLayout.inspectionKey("film", 1), Inspection.class);
    assertThat(told.audio().get(0).name()).isEqualTo("Deutsch");
  }

  private void plan(int attempt, SourceOptions options) throws InterruptedException {
    TitleRequest request = request(options);
    documents.put(StorageLayout.requestKey("film", request.requestId()), request);
    TaskId id = new TaskId("film", 1, Step.PLAN, Optional.empty(), attempt);
    tasks.run(
        new Task(
            Task.SCHEMA, id, request.requestId(), "default", Lane.STANDARD, "build-1", 0, false, 0),
        done -> {});
  }

  private static TitleRequest request(SourceOptions options) {
    return new TitleRequest(
        TitleRequest.SCHEMA,
        "film",
        "default",
        "Film",
        "s3://m/film.mov",
        "v1",
        "default",
        ProfileReader.defaultYaml(),
        Lane.STANDARD,
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        options,
        Map.of(),
        "key-1",
        "2026-01-01T00:00:00Z");
  }
}
