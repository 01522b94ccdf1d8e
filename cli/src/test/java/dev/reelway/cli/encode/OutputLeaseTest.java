package dev.reelway.cli.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.cli.encode.OutputLease.Holder;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputLeaseTest {

  private static final String PLACE = "s3://b/title/";

  private final ObjectStore store = new MemoryObjectStore();

  @Test
  void take_heldByALiveRun_isRefusedUntilGivenBack() {
    OutputLease first = take();
    assertInUse(this::take);
    first.close();
    assertThat(store.list("")).isEmpty();
    take().close();
  }

  @Test
  void take_heldByANumberThatIsUsedAgain_succeeds() {
    Holder now = Holder.thisProcess();
    put(new Holder(now.host(), now.process(), "2001-01-01T00:00:00Z", now.renewedAt()));
    take().close();
  }

  @Test
  void take_heldOnAnotherMachine_waitsUntilItIsGivenUp() {
    put(elsewhere(Duration.ofSeconds(30)));
    assertInUse(this::take);
    put(elsewhere(Duration.ofMinutes(3)));
    take().close();
  }

  @Test
  void renew_heldStill_keepsIt() {
    OutputLease lease = take();
    String before = etag();
    lease.renew();
    lease.renew();
    assertThat(etag()).isNotEqualTo(before);
    lease.requireHeld();
    lease.close();
  }

  @Test
  void renew_takenOverByAnother_endsTheRunAndLeavesTheOther() {
    OutputLease lease = take();
    put(elsewhere(Duration.ZERO));
    String others = etag();
    lease.renew();
    assertInUse(lease::requireHeld);
    lease.close();
    assertThat(etag()).isEqualTo(others);
  }

  private OutputLease take() {
    return OutputLease.take(store, PLACE);
  }

  private static Holder elsewhere(Duration ago) {
    return new Holder("another-machine", 7, "", Instant.now().minus(ago).toString());
  }

  private void put(Holder holder) {
    ObjectBody body = ObjectBody.ofBytes(Json.write(holder));
    store.put(OutputLease.KEY, body, PutOptions.forKey(OutputLease.KEY));
  }

  private String etag() {
    Optional<ObjectInfo> info = store.head(OutputLease.KEY);
    return info.orElseThrow().etag();
  }

  private static void assertInUse(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.OUTPUT_IN_USE))
        .hasMessageContaining(PLACE);
  }
}
