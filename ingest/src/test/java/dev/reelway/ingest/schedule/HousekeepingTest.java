package dev.reelway.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.KnownMasters;
import dev.reelway.ingest.MovableClock;
import dev.reelway.ingest.SentMessages;
import dev.reelway.ingest.SentMessages.Sent;
import dev.reelway.ingest.TitleStatuses;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.retain.Sweep;
import dev.reelway.ingest.watch.WatchFolder;
import dev.reelway.ingest.watch.WatchFolders;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HousekeepingTest {

  private static final Instant NOW = Instant.parse("2026-03-01T20:15:00Z");
  private static final String PAST = "2026-03-01T20:15:00Z";
  private static final String FUTURE = "2026-03-01T20:15:01Z";

  private final MovableClock clock = new MovableClock(NOW);
  private final SentMessages sent = new SentMessages();

  @Test
  void sendDue_datesThatHaveCome_publishAndUnpublish() {
    TitleStatuses titles =
        TitleStatuses.list(
            TitleStatuses.of("on", Phase.AWAITING_PUBLISH, NOW)
                .dates(PAST, FUTURE)
                .version(3)
                .build(),
            TitleStatuses.of("off", Phase.PUBLISHED, NOW)
                .published(1)
                .dates(null, PAST)
                .version(2)
                .build(),
            TitleStatuses.of("failed-later", Phase.FAILED, NOW)
                .published(1)
                .dates(null, PAST)
                .version(2)
                .build(),
            TitleStatuses.of("not-yet", Phase.AWAITING_PUBLISH, NOW).dates(FUTURE, null).build(),
            TitleStatuses.of("by-hand", Phase.AWAITING_PUBLISH, NOW).build(),
            TitleStatuses.of("too-late", Phase.AWAITING_PUBLISH, NOW).dates(PAST, PAST).build(),
            TitleStatuses.of("at-work", Phase.ENCODING, NOW).dates(PAST, PAST).build(),
            TitleStatuses.of("is-off", Phase.PUBLISHED, NOW).dates(PAST, PAST).build());
    housekeeping(titles).sendDue();
    assertThat(sent.sent())
        .containsExactly(
            new Sent("on", new TitleMessage.Publish(3)),
            new Sent("off", new TitleMessage.Unpublish(2)),
            new Sent("failed-later", new TitleMessage.Unpublish(2)));
  }

  @Test
  void removeTrials_thatAreADayOld_erasesThemAndNothingElse() {
    Instant old = NOW.minus(Housekeeping.TRIALS_KEPT).minusSeconds(1);
    TitleStatuses titles =
        TitleStatuses.list(
            TitleStatuses.of("trial-old", Phase.AWAITING_PUBLISH, old).build(),
            TitleStatuses.of("trial-new", Phase.AWAITING_PUBLISH, NOW).build(),
            TitleStatuses.of("film", Phase.AWAITING_PUBLISH, old).build());
    housekeeping(titles).removeTrials();
    assertThat(sent.sent()).containsExactly(new Sent("trial-old", new TitleMessage.Erase()));
  }

  @Test
  void reportStalled_titleWithoutProgress_isProbedOncePerPeriod() {
    TitleStatuses titles =
        TitleStatuses.list(
            TitleStatuses.of("stuck", Phase.ENCODING, NOW).build(),
            TitleStatuses.of("waits", Phase.AWAITING_START, NOW).build(),
            TitleStatuses.of("done", Phase.PUBLISHED, NOW).build());
    Housekeeping housekeeping = housekeeping(titles);
    housekeeping.reportStalled();
    clock.move(Duration.ofMinutes(9));
    housekeeping.reportStalled();
    assertThat(sent.sent()).isEmpty();
    assertThat(housekeeping.stalledTitles()).isZero();
    clock.move(Duration.ofMinutes(1));
    housekeeping.reportStalled();
    clock.move(Duration.ofMinutes(1));
    housekeeping.reportStalled();
    assertThat(sent.sent()).hasSize(1);
    assertThat(sent.sent().get(0).titleId()).isEqualTo("stuck");
    assertThat(sent.sent().get(0).message()).isInstanceOf(TitleMessage.Probe.class);
    assertThat(housekeeping.stalledTitles()).isEqualTo(1);
    clock.move(Duration.ofMinutes(9));
    housekeeping.reportStalled();
    assertThat(sent.sent()).hasSize(2);
  }

  @Test
  void reportStalled_progress_startsTheTimeAnew() {
    TitleStatuses titles =
        TitleStatuses.list(TitleStatuses.of("slow", Phase.ENCODING, NOW).build());
    Housekeeping housekeeping = housekeeping(titles);
    for (int i = 1; i <= 4; i++) {
      housekeeping.reportStalled();
      clock.move(Duration.ofMinutes(9));
      long frames = i;
      titles.change(
          old -> List.of(TitleStatuses.of("slow", Phase.ENCODING, NOW).frames(frames).build()));
    }
    housekeeping.reportStalled();
    assertThat(sent.sent()).isEmpty();
  }

  @Test
  void reportStalled_afterARestart_countsFromTheStatus() {
    TitleStatuses titles =
        TitleStatuses.list(
            TitleStatuses.of("stuck", Phase.ENCODING, NOW.minus(Duration.ofHours(1))).build());
    housekeeping(titles).reportStalled();
    assertThat(sent.sent()).hasSize(1);
  }

  @Test
  void tasks_allOfThem_haveNamesAndRun() {
    MemoryObjectStore store = new MemoryObjectStore();
    TitleStatuses titles = TitleStatuses.list();
    AtomicInteger uploads = new AtomicInteger();
    WatchFolders folders =
        WatchFolders.of(
            List.of(new WatchFolder("news", "s3://in", null, null, null, null, null, null, null)),
            store,
            bucket -> store,
            new Acceptance(store, new KnownMasters(), sent, clock),
            letter -> {},
            clock);
    List<ScheduledTask> tasks =
        housekeeping(titles)
            .tasks(new Sweep(store, titles, clock), folders, uploads::incrementAndGet);
    assertThat(tasks)
        .extracting(ScheduledTask::name)
        .containsExactly(
            "due-dates",
            "trials",
            "stalled-titles",
            "sweep",
            "old-versions",
            "abandoned-uploads",
            "watch-news");
    tasks.forEach(task -> task.work().run());
    assertThat(uploads.get()).isEqualTo(1);
  }

  private Housekeeping housekeeping(TitleStatuses titles) {
    return new Housekeeping(ScheduleConfig.DEFAULT, titles, sent, clock);
  }
}
