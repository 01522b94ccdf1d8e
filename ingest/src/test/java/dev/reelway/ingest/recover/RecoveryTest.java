package dev.reelway.ingest.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.MovableClock;
import dev.reelway.ingest.SentMessages;
import dev.reelway.ingest.SentMessages.Sent;
import dev.reelway.ingest.TitleStatuses;
import dev.reelway.ingest.accept.Maintenance;
import dev.reelway.ingest.retain.ErasedTitles;
import dev.reelway.ingest.retain.Sweep;
import dev.reelway.ingest.retain.SweepRules;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecoveryTest {

  private static final Instant NOW = Instant.parse("2026-03-01T20:15:00Z");

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final SentMessages sent = new SentMessages();
  private final StatusArchive archive = new StatusArchive(store);

  @Test
  void recover_titleThatHadEnded_isRestoredAsItWas() {
    TitleRequest request = put(request("film", "default", NOW));
    TitleStatus status =
        archive(
            TitleStatuses.of("film", Phase.PUBLISHED, NOW)
                .request(request.requestId())
                .published(1));
    assertThat(recover(TitleStatuses.list()).restored()).isEqualTo(1);
    assertThat(sent.sent())
        .containsExactly(new Sent("film", new TitleMessage.Restore(request, status)));
  }

  @Test
  void recover_titleAtWork_isSubmittedAgain() {
    TitleRequest request = put(request("film", "default", NOW));
    archive(TitleStatuses.of("film", Phase.ENCODING, NOW).request(request.requestId()));
    recover(TitleStatuses.list());
    assertThat(sent.sent()).containsExactly(new Sent("film", new TitleMessage.Submit(request)));
  }

  @Test
  void recover_newVersionAtWork_restoresTheOldAndSubmitsTheNew() {
    TitleRequest newer = put(request("film", "premium", NOW.plusSeconds(60)));
    TitleRequest older = put(request("film", "default", NOW));
    TitleStatus status =
        archive(
            TitleStatuses.of("film", Phase.PUBLISHED, NOW).request(older.requestId()).published(1));
    recover(TitleStatuses.list());
    assertThat(sent.sent())
        .containsExactly(
            new Sent("film", new TitleMessage.Restore(older, status)),
            new Sent("film", new TitleMessage.Submit(newer)));
  }

  @Test
  void recover_knownTitle_isLeftAlone() {
    put(request("film", "default", NOW));
    put(request("9-other", "default", NOW));
    Maintenance.Recovered recovered =
        recover(TitleStatuses.list(TitleStatuses.of("film", Phase.ENCODING, NOW).build()));
    assertThat(recovered).isEqualTo(new Maintenance.Recovered(1, 1, List.of()));
    assertThat(sent.sent()).extracting(Sent::titleId).containsExactly("9-other");
  }

  @Test
  void recover_unreadableTitle_doesNotStopTheOthers() {
    put(request("b", "default", NOW));
    text(StorageLayout.requestKey("a", "r"), "{");
    text(StorageLayout.planKey("c", 1), "{}");
    Maintenance.Recovered recovered = recover(TitleStatuses.list());
    assertThat(recovered).isEqualTo(new Maintenance.Recovered(1, 0, List.of("a")));
  }

  @Test
  void recover_erasedTitle_staysErased() {
    put(request("film", "default", NOW));
    archive.accept("film", Optional.empty());
    assertThat(recover(TitleStatuses.list()).restored()).isZero();
  }

  @Test
  void recover_viewNotCaughtUpOrKafkaAway_fails() {
    put(request("film", "default", NOW));
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> recover(TitleStatuses.list().incomplete()));
    sent.breakDown(true);
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> recover(TitleStatuses.list()));
  }

  private static String word(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Test
  void accept_terminalPhases_areKeptOthersNot() {
    for (Phase phase : Phase.values()) {
      archive(TitleStatuses.of("film-" + word(phase), phase, NOW));
    }
    assertThat(store.list("jobs/").stream().map(object -> object.key()))
        .containsExactlyInAnyOrderElementsOf(
            List.of(Phase.PUBLISHED, Phase.UNPUBLISHED, Phase.HELD, Phase.FAILED, Phase.CANCELLED)
                .stream()
                .map(phase -> StorageLayout.jobStatusKey("film-" + word(phase)))
                .toList());
  }

  @Test
  void accept_twiceAndTombstone_endsWithoutStatus() {
    archive(TitleStatuses.of("film", Phase.FAILED, NOW));
    archive(TitleStatuses.of("film", Phase.FAILED, NOW));
    archive.accept("film", Optional.empty());
    archive.accept("film", Optional.empty());
    assertThat(store.list("jobs/")).isEmpty();
    assertThat(new ErasedTitles(store).erasedAt("film")).isPresent();
    archive(TitleStatuses.of("film", Phase.PUBLISHED, NOW));
    assertThat(new ErasedTitles(store).erasedAt("film")).isEmpty();
  }

  @Test
  void accept_retriedTitle_isNoLongerFailed() {
    archive(TitleStatuses.of("film", Phase.FAILED, NOW));
    archive(TitleStatuses.of("film", Phase.SUBMITTED, NOW));
    assertThat(store.list("jobs/")).hasSize(1);
    archive(TitleStatuses.of("film", Phase.SUBMITTED, NOW).run(2));
    assertThat(store.list("jobs/")).isEmpty();
    archive(TitleStatuses.of("film", Phase.PUBLISHED, NOW).published(1));
    archive(TitleStatuses.of("film", Phase.SUBMITTED, NOW).run(3));
    assertThat(store.list("jobs/")).hasSize(1);
  }

  @Test
  void accept_probeAndNonsense_areLeftOut() {
    archive.accept("probe:1", Optional.of(new byte[] {'{'}));
    archive.accept("film", Optional.of(new byte[] {'{'}));
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void maintenance_byHand_sweepsAndRecovers() {
    put(request("film", "default", NOW));
    text("work/chunks/" + "ab".repeat(32) + ".mp4", "x");
    TitleStatuses titles = TitleStatuses.list();
    MovableClock clock = new MovableClock(Instant.now().plusSeconds(1));
    Maintenance maintenance =
        new MaintenanceService(
            store, titles, sent, new Sweep(store, titles, clock), SweepRules.USUAL);
    assertThat(maintenance.sweep(true).objects()).isEqualTo(1);
    assertThat(maintenance.sweep(false).objects()).isEqualTo(1);
    assertThat(maintenance.sweep(false).objects()).isZero();
    assertThat(maintenance.recover().restored()).isEqualTo(1);
  }

  private Maintenance.Recovered recover(TitleStatuses titles) {
    return Recovery.run(store, titles, sent);
  }

  private TitleStatus archive(TitleStatuses.Spec spec) {
    TitleStatus status = spec.build();
    archive.accept(status.titleId(), Optional.of(Json.write(status)));
    return status;
  }

  private TitleRequest put(TitleRequest request) {
    String key = StorageLayout.requestKey(request.titleId(), request.requestId());
    store.put(key, ObjectBody.ofBytes(Json.write(request)), PutOptions.forKey(key));
    return request;
  }

  private void text(String key, String text) {
    store.put(key, ObjectBody.ofText(text), PutOptions.forKey(key));
  }

  private static TitleRequest request(String titleId, String profile, Instant at) {
    return new TitleRequest(
        TitleRequest.SCHEMA,
        titleId,
        "news",
        "A title",
        "s3://in/a.mov",
        "e",
        profile,
        "rungs: []",
        Lane.STANDARD,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        SourceOptions.STRICT,
        Map.of(),
        "key",
        at.toString());
  }
}
