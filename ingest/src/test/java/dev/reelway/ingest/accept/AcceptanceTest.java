package dev.reelway.ingest.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AcceptanceTest {

  private static final String MASTER = "s3://masters/a.mov";
  private static final Requester NORTH = new Requester("k1", "north", Role.EDITOR);
  private static final Requester SOUTH = new Requester("k2", "south", Role.EDITOR);

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final FakeMasters masters = new FakeMasters();
  private final RecordingSender sender = new RecordingSender();
  private final Profiles profiles = new Profiles(store);
  private final Acceptance acceptance = new Acceptance(store, masters, sender, Clock.systemUTC());

  AcceptanceTest() {
    masters.put(MASTER, "e1");
  }

  @Test
  void submit_again_isKnownAndTellsTheWorkflowAgain() {
    Accepted first = acceptance.submit(SubmitForm.of(MASTER), NORTH);
    Accepted again = acceptance.submit(SubmitForm.of(MASTER), NORTH);
    assertThat(first.created()).isTrue();
    assertThat(again.created()).isFalse();
    assertThat(again.request()).isEqualTo(first.request());
    assertThat(sender.sent()).hasSize(2);
  }

  @Test
  void submit_nodeDiedAfterClaimingTheId_isHealed() {
    Accepted first = acceptance.submit(SubmitForm.of(MASTER).withId("a"), NORTH);
    store.delete(StorageLayout.requestKey("a", first.request().requestId()));
    assertThat(acceptance.submit(SubmitForm.of(MASTER).withId("a"), NORTH).created()).isTrue();
    assertThat(acceptance.accepted("a")).isPresent();
  }

  @Test
  void submit_profileChangedSince_isStillTheSameTitle() {
    profiles.put("house", ProfileReader.defaultYaml());
    SubmitForm form = form("{\"source\":\"s3://masters/a.mov\",\"profile\":\"house\"}");
    Accepted first = acceptance.submit(form, NORTH);
    profiles.put("house", ProfileReader.defaultYaml() + "# changed\n");
    Accepted again = acceptance.submit(form, NORTH);
    assertThat(again.created()).isFalse();
    assertThat(again.request()).isEqualTo(first.request());
  }

  @Test
  void submit_masterReplacedSince_isAnotherTitle() {
    String first = acceptance.submit(SubmitForm.of(MASTER), NORTH).request().titleId();
    masters.put(MASTER, "e2");
    assertThat(acceptance.submit(SubmitForm.of(MASTER), NORTH).request().titleId())
        .isNotEqualTo(first);
    refused(FailureKind.REQUEST_INVALID, () -> submit(SubmitForm.of(MASTER).withEtag("e1")));
  }

  @Test
  void submit_otherWishUnderAChosenId_isRefused() {
    acceptance.submit(SubmitForm.of(MASTER).withId("a"), NORTH);
    masters.put("s3://masters/b.mov", "e");
    refused(
        FailureKind.TITLE_EXISTS, () -> submit(SubmitForm.of("s3://masters/b.mov").withId("a")));
  }

  @Test
  void submit_otherToleranceOfDamage_isRefusedInsteadOfIgnored() {
    acceptance.submit(SubmitForm.of(MASTER), NORTH);
    refused(
        FailureKind.TITLE_EXISTS,
        () -> submit(form("{\"source\":\"s3://masters/a.mov\",\"tolerateDamage\":true}")));
  }

  @Test
  void submit_twoTenantsAtOnceUnderOneId_oneWinsAndTheOtherLeavesNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 50; i++) {
        String id = "t" + i;
        Callable<Boolean> north = () -> wins(id, NORTH);
        Callable<Boolean> south = () -> wins(id, SOUTH);
        List<Boolean> won =
            threads.invokeAll(List.of(north, south)).stream().map(AcceptanceTest::get).toList();
        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(store.list(StorageLayout.requestsPrefix(id))).hasSize(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void submit_tenantOfAnother_isRefusedAndWithAllTenantsItIsTaken() {
    refused(FailureKind.REQUEST_INVALID, () -> submit(SubmitForm.of(MASTER).withTenant("south")));
    Requester all = new Requester("k", Requester.ALL_TENANTS, Role.ADMIN);
    assertThat(
            Stream.of(SubmitForm.of(MASTER), SubmitForm.of(MASTER).withTenant("south"))
                .map(form -> acceptance.submit(form, all).request().tenant()))
        .containsExactly(Requester.DEFAULT_TENANT, "south");
  }

  @Test
  void submit_masterThatIsNotThere_leavesNothing() {
    refused(FailureKind.MASTER_NOT_FOUND, () -> submit(SubmitForm.of("s3://masters/no.mov")));
    assertThat(store.list("")).isEmpty();
  }

  private void submit(SubmitForm form) {
    acceptance.submit(form, NORTH);
  }

  private boolean wins(String id, Requester who) {
    try {
      return acceptance.submit(SubmitForm.of(MASTER).withId(id), who).created();
    } catch (ReelwayException e) {
      assertThat(e.kind()).isEqualTo(FailureKind.TITLE_EXISTS);
      return false;
    }
  }

  private static boolean get(Future<Boolean> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static SubmitForm form(String json) {
    return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), SubmitForm.class, "The form");
  }

  private static void refused(FailureKind kind, Runnable wish) {
    assertThatThrownBy(wish::run)
        .isInstanceOfSatisfying(ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
