package dev.reelway.ingest.accept.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ApiKeysTest {

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final HandClock clock = new HandClock();
  private final ApiKeys keys = new ApiKeys(store, clock);

  @Test
  void bootstrapAdmin_noKeyYet_makesOneAndOnlyOnce() {
    IssuedKey first = keys.bootstrapAdmin().orElseThrow();
    assertThat(keys.authenticate(first.token()).orElseThrow().role()).isEqualTo(Role.ADMIN);
    assertThat(keys.bootstrapAdmin()).isEmpty();
    assertThat(new ApiKeys(store, clock).bootstrapAdmin()).isEmpty();
  }

  @Test
  void issue_anyKey_leavesNoSecretInStorageOrInItsText() {
    IssuedKey issued = issue();
    String secret = issued.token().split("_", 3)[2];
    String stored =
        new String(
            store.get("system/keys/" + issued.key().id() + ".json").orElseThrow().readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(secret).hasSize(43);
    assertThat(stored).doesNotContain(secret);
    assertThat(issued.toString()).doesNotContain(secret);
  }

  @Test
  void authenticate_revokedByAnotherNode_endsAfterTheTimeItIsBelieved() {
    IssuedKey issued = issue();
    assertThat(keys.authenticate(issued.token())).isPresent();
    new ApiKeys(store, clock).revoke(issued.key().id());
    assertThat(keys.authenticate(issued.token())).isPresent();
    clock.now = clock.now.plus(ApiKeys.BELIEVED_FOR);
    assertThat(keys.authenticate(issued.token())).isEmpty();
  }

  @Test
  void authenticate_expiredWhileBelieved_endsAtOnce() {
    Instant soon = clock.now.plusSeconds(1);
    IssuedKey issued = keys.issue("x", Role.VIEWER, "north", Optional.of(soon), "");
    assertThat(keys.authenticate(issued.token())).isPresent();
    clock.now = soon;
    assertThat(keys.authenticate(issued.token())).isEmpty();
  }

  @Test
  void authenticate_secretOfAnotherKey_isRefused() {
    String mixed = "rw_" + issue().key().id() + "_" + issue().token().split("_", 3)[2];
    assertThat(keys.authenticate(mixed)).isEmpty();
  }

  private IssuedKey issue() {
    return keys.issue("x", Role.VIEWER, "north", Optional.empty(), "");
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
