package dev.reelway.cli.encode;

import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.work.TaskRef;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Steps that only note that they were taken; a test replaces the one it is about. */
class FakeSteps implements TitleSteps {

  /** A title of two chunks and nothing else. */
  private static final EncodePlan PLAN =
      new EncodePlan(
          EncodePlan.SCHEMA,
          "plan",
          "engine",
          false,
          null,
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(new ChunkPlan(0, 0, 1, 0, 50), new ChunkPlan(1, 1, 1, 50, 50)),
          null,
          List.of());

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final Supplier<Publication> publishing;

  FakeSteps() {
    this(() -> new Publication(1, "plan", "index.m3u8", "index.mpd"));
  }

  FakeSteps(Supplier<Publication> publishing) {
    this.publishing = publishing;
  }

  /** What was done, in order. */
  List<String> taken() {
    return taken;
  }

  @Override
  public void inspect() throws InterruptedException {
    taken.add("inspect");
  }

  @Override
  public EncodePlan plan() {
    taken.add("plan");
    return PLAN;
  }

  @Override
  public void encode(TaskRef task, boolean fresh) throws InterruptedException {
    taken.add("encode " + task.number() + (fresh ? " afresh" : ""));
  }

  @Override
  public void packageTask(TaskRef task) {
    taken.add("package " + task.number());
  }

  @Override
  public Publication publish() {
    taken.add("publish");
    return publishing.get();
  }

  @Override
  public void discardUnpublished() {
    taken.add("discard");
  }
}
