package dev.reelway.ingest.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.MovableClock;
import dev.reelway.ingest.Scans;
import dev.reelway.ingest.TitleStatuses;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SweepTest {

  private static final EncodePlan PLAN = plan("build-1");
  private static final EncodePlan OTHER = plan("build-2");
  private static final String NOBODYS = "ab".repeat(32);
  private static final SweepRules RULES = SweepRules.USUAL;

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final Instant start = Instant.now();
  private final MovableClock clock = new MovableClock(start);

  @Test
  void run_titleAtWork_keepsWhatItsPlanNames() {
    putPlan("t", 1, PLAN);
    putWork(PLAN);
    putWork(OTHER);
    clock.move(Duration.ofDays(30));
    Removal removal = run(TitleStatuses.list(TitleStatuses.of("t", Phase.ENCODING, start).build()));
    assertThat(chunks()).isEqualTo(keys(PLAN));
    assertThat(removal.objects()).isEqualTo(3 * keys(OTHER).size());
    assertThat(removal.bytes()).isPositive();
    assertThat(removal.problems()).isEmpty();
  }

  @Test
  void run_unfinishedPhases_areAllAtWork() {
    for (Phase phase : List.of(Phase.AWAITING_START, Phase.AWAITING_PUBLISH, Phase.HELD)) {
      putPlan("t", 1, PLAN);
      putWork(PLAN);
      clock.move(Duration.ofDays(30));
      run(TitleStatuses.list(TitleStatuses.of("t", phase, start).build()));
      assertThat(chunks()).as(phase.name()).isEqualTo(keys(PLAN));
    }
  }

  @Test
  void run_publishedTitle_keepsItsWorkForAWhile() {
    putPlan("t", 1, PLAN);
    putWork(PLAN);
    TitleStatuses titles =
        TitleStatuses.list(TitleStatuses.of("t", Phase.PUBLISHED, start).published(1).build());
    clock.move(Duration.ofDays(6));
    run(titles);
    assertThat(chunks()).isEqualTo(keys(PLAN));
    clock.move(Duration.ofDays(2));
    run(titles);
    assertThat(chunks()).isEmpty();
  }

  @Test
  void run_newVersionNotYetPlanned_keepsTheWorkOfTheOneBefore() {
    putPlan("t", 1, PLAN);
    putWork(PLAN);
    clock.move(Duration.ofHours(3));
    run(
        TitleStatuses.list(
            TitleStatuses.of("t", Phase.PLANNING, start).published(1).version(2).build()));
    assertThat(chunks()).isEqualTo(keys(PLAN));
  }

  @Test
  void run_cancelledTitle_losesItsWorkAfterTheGraceButNotWhatAnotherShares() {
    putPlan("gone", 1, PLAN);
    putWork(PLAN);
    putChunk(NOBODYS);
    TitleStatuses titles =
        TitleStatuses.list(TitleStatuses.of("gone", Phase.CANCELLED, start).build());
    clock.move(Duration.ofMinutes(59));
    run(titles);
    assertThat(chunks()).contains(NOBODYS).containsAll(keys(PLAN));
    clock.move(Duration.ofMinutes(2));
    putPlan("alive", 1, PLAN);
    run(
        TitleStatuses.list(
            TitleStatuses.of("gone", Phase.CANCELLED, start).build(),
            TitleStatuses.of("alive", Phase.ENCODING, start).build()));
    assertThat(chunks()).isEqualTo(keys(PLAN));
    run(titles);
    assertThat(chunks()).isEmpty();
  }

  @Test
  void run_byHand_goesAtOnce() {
    putChunk(NOBODYS);
    clock.move(Duration.ofSeconds(1));
    Removal told = sweep(TitleStatuses.list()).run(RULES.atOnce(true));
    assertThat(told.objects()).isEqualTo(3);
    assertThat(told.examples()).hasSize(3).element(1).asString().endsWith(".json");
    assertThat(chunks()).containsExactly(NOBODYS);
    sweep(TitleStatuses.list()).run(RULES.atOnce(false));
    assertThat(chunks()).isEmpty();
  }

  @Test
  void run_planThatCannotBeRead_keepsAllWork() {
    put(StorageLayout.planKey("t", 1), "{");
    putChunk(NOBODYS);
    clock.move(Duration.ofDays(30));
    Removal removal = run(TitleStatuses.list(TitleStatuses.of("t", Phase.ENCODING, start).build()));
    assertThat(chunks()).containsExactly(NOBODYS);
    assertThat(removal.problems())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Work objects are kept");
  }

  @Test
  void run_viewNotCaughtUp_keepsEverything() {
    putChunk(NOBODYS);
    clock.move(Duration.ofDays(30));
    Removal removal = run(TitleStatuses.list().incomplete());
    assertThat(chunks()).containsExactly(NOBODYS);
    assertThat(removal.problems()).hasSize(1);
  }

  @Test
  void run_titlePlannedDuringTheSweep_keepsWhatItReuses() {
    putWork(PLAN);
    clock.move(Duration.ofDays(1));
    TitleStatuses titles = TitleStatuses.list();
    // The first reading of references happens before the title is there, the next ones after.
    Titles changing =
        new Titles() {
          private int calls;

          @Override
          public boolean isComplete() {
            return true;
          }

          @Override
          public List<dev.reelway.contracts.fleet.TitleStatus> all() {
            if (++calls == 2) {
              putPlan("late", 1, PLAN);
              titles.change(
                  none -> List.of(TitleStatuses.of("late", Phase.ENCODING, start).build()));
            }
            return titles.all();
          }

          @Override
          public java.util.Optional<dev.reelway.contracts.fleet.TitleStatus> find(String id) {
            return titles.find(id);
          }
        };
    new Sweep(store, changing, clock).run(RULES);
    assertThat(chunks()).isEqualTo(keys(PLAN));
  }

  @Test
  void run_leftoverOfAStore_goesAfterADay() {
    String temporary = "work/chunks/" + NOBODYS + ".mp4-0b1c";
    put(temporary, "x");
    clock.move(Duration.ofHours(23));
    run(TitleStatuses.list());
    assertThat(store.head(temporary)).isPresent();
    clock.move(Duration.ofHours(2));
    run(TitleStatuses.list());
    assertThat(store.head(temporary)).isEmpty();
  }

  @Test
  void run_trackThatNoVersionNames_goesWhenTheTitleRests() {
    StorageLayout layout = StorageLayout.ofTitle("t");
    String kept = PLAN.rungs().get(0).track();
    putVersion(layout, 1, PLAN);
    put(layout.segmentKey(kept, 1), "x");
    put(layout.segmentKey("orphan", 1), "x");
    clock.move(Duration.ofDays(2));
    run(TitleStatuses.list(TitleStatuses.of("t", Phase.ENCODING, start).build()));
    assertThat(store.list(layout.tracksPrefix())).hasSize(2);
    run(TitleStatuses.list(TitleStatuses.of("t", Phase.PUBLISHED, start).published(1).build()));
    assertThat(store.list(layout.tracksPrefix()))
        .extracting(ListedObject::key)
        .containsExactly(layout.segmentKey(kept, 1));
  }

  @Test
  void run_versionPlanThatCannotBeRead_keepsItsTracks() {
    StorageLayout layout = StorageLayout.ofTitle("t");
    putVersion(layout, 1, PLAN);
    put(layout.versionPlanKey(1), "{");
    put(layout.segmentKey("orphan", 1), "x");
    clock.move(Duration.ofDays(2));
    Removal removal =
        run(TitleStatuses.list(TitleStatuses.of("t", Phase.PUBLISHED, start).published(1).build()));
    assertThat(store.list(layout.tracksPrefix())).hasSize(1);
    assertThat(removal.problems()).hasSize(1);
  }

  @Test
  void retireVersions_olderThanTheNewest_loseTheirManifestsButNotTheirNumber() {
    StorageLayout layout = StorageLayout.ofTitle("t");
    for (int version = 1; version <= 4; version++) {
      putVersion(layout, version, version == 1 ? OTHER : PLAN);
    }
    put(layout.segmentKey(OTHER.rungs().get(0).track(), 1), "x");
    put(layout.segmentKey(PLAN.rungs().get(0).track(), 1), "x");
    put(layout.publicHlsKey(), "x");
    TitleStatuses titles =
        TitleStatuses.list(TitleStatuses.of("t", Phase.PUBLISHED, start).published(2).build());
    clock.move(Duration.ofDays(2));
    sweep(titles).retireVersions(2, RULES);
    assertThat(manifests(layout)).containsExactly(2, 3, 4);
    assertThat(store.head(layout.versionPlanKey(1))).isPresent();
    run(titles);
    assertThat(store.list(layout.tracksPrefix()))
        .extracting(ListedObject::key)
        .containsExactly(layout.segmentKey(PLAN.rungs().get(0).track(), 1));
  }

  @Test
  void retireVersions_publicButNobodyKnowsWhich_keepsAll() {
    StorageLayout layout = StorageLayout.ofTitle("t");
    putVersion(layout, 1, PLAN);
    putVersion(layout, 2, OTHER);
    put(layout.publicHlsKey(), "x");
    clock.move(Duration.ofDays(2));
    Removal removal =
        sweep(TitleStatuses.list(TitleStatuses.of("t", Phase.FAILED, start).build()))
            .retireVersions(1, RULES);
    assertThat(manifests(layout)).containsExactly(1, 2);
    assertThat(removal.problems()).hasSize(1);
  }

  @Test
  void run_titleThatKafkaLost_keepsEverythingUntilItIsRecovered() {
    put(StorageLayout.requestKey("lost", "r"), "{}");
    putPlan("lost", 1, PLAN);
    putWork(PLAN);
    clock.move(Duration.ofDays(300));
    Sweep sweep = sweep(TitleStatuses.list(TitleStatuses.of("new", Phase.ENCODING, start).build()));
    assertThat(sweep.run(RULES.atOnce(false)).problems()).hasSize(1);
    assertThat(chunks()).isEqualTo(keys(PLAN));
    assertThat(store.list("jobs/lost/")).hasSize(2);
    run(TitleStatuses.list(TitleStatuses.of("lost", Phase.ENCODING, start).build()));
    assertThat(chunks()).isEqualTo(keys(PLAN));
  }

  @Test
  void run_titleAcceptedJustNow_isOnItsWay() {
    putChunk(NOBODYS);
    put(StorageLayout.requestKey("fresh", "r"), "{}");
    clock.move(Duration.ofMinutes(1));
    sweep(TitleStatuses.list()).run(RULES.atOnce(false));
    assertThat(chunks()).isEmpty();
  }

  @Test
  void run_erasedTitle_losesWhatLateWritersLeft() {
    put(StorageLayout.requestKey("gone", "r"), "{}");
    new ErasedTitles(store).mark("gone");
    putPlan("gone", 1, PLAN);
    put("titles/gone/tracks/a/init.mp4", "x");
    put("masters/gone/u", "x");
    put("jobs/gone-too/owner.json", "x");
    run(TitleStatuses.list());
    assertThat(store.list("titles/gone/")).hasSize(1);
    clock.move(Duration.ofDays(2));
    run(TitleStatuses.list(TitleStatuses.of("gone", Phase.ENCODING, start).build()));
    assertThat(store.list("titles/gone/")).hasSize(1);
    run(TitleStatuses.list());
    assertThat(store.list("jobs/gone/")).isEmpty();
    assertThat(store.list("titles/gone/")).isEmpty();
    assertThat(store.list("masters/gone/")).isEmpty();
    assertThat(store.list("system/erased/")).isEmpty();
    assertThat(store.list("jobs/gone-too/")).hasSize(1);
  }

  private Removal run(Titles titles) {
    return sweep(titles).run(RULES);
  }

  private Sweep sweep(Titles titles) {
    return new Sweep(store, titles, clock);
  }

  private Set<String> chunks() {
    return store.list("work/chunks/").stream()
        .map(object -> object.key().substring("work/chunks/".length()).replaceAll("[-.].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Integer> manifests(StorageLayout layout) {
    return java.util.stream.IntStream.rangeClosed(1, 9)
        .filter(version -> store.head(layout.versionHlsKey(version)).isPresent())
        .boxed()
        .toList();
  }

  private static Set<String> keys(EncodePlan plan) {
    Set<String> keys = new TreeSet<>();
    plan.chunks()
        .forEach(c -> plan.rungs().forEach(rung -> keys.add(ChunkKeys.ofRung(plan, c, rung))));
    plan.audio().forEach(audio -> keys.add(ChunkKeys.ofAudio(plan, audio)));
    return keys;
  }

  private void putWork(EncodePlan plan) {
    keys(plan).forEach(this::putChunk);
  }

  private void putChunk(String key) {
    put("work/chunks/" + key + ".mp4", "bytes");
    put("work/chunks/" + key + ".json", "{}");
    put("work/chunks/" + key + "-0.jpg", "a still");
  }

  private void putPlan(String titleId, int version, EncodePlan plan) {
    String key = StorageLayout.planKey(titleId, version);
    store.put(key, ObjectBody.ofBytes(Json.write(plan)), PutOptions.forKey(key));
  }

  private void putVersion(StorageLayout layout, int version, EncodePlan plan) {
    String key = layout.versionPlanKey(version);
    store.put(key, ObjectBody.ofBytes(Json.write(plan)), PutOptions.forKey(key));
    put(layout.versionHlsKey(version), "#EXTM3U");
    put(layout.versionDashKey(version), "<MPD/>");
  }

  private void put(String key, String text) {
    store.put(key, ObjectBody.ofText(text), PutOptions.forKey(key));
  }

  private static EncodePlan plan(String build) {
    return Planner.plan(
        Scans.inspect(Scans.picture(FrameRate.of(25, 1), 40), Scans.sound(1, "eng", 40)),
        ProfileReader.defaultProfile(),
        build,
        false);
  }
}
