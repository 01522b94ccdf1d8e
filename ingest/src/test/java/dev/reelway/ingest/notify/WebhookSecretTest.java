package dev.reelway.ingest.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reelway.contracts.failure.ReelwayException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookSecretTest {

  // The example that Standard Webhooks' own libraries are tested with.
  @Test
  void sign_publishedExample_isTheSame() {
    String signature =
        WebhookSecret.sign(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void create_twice_isTwoUsableSecrets() {
    assertThat(WebhookSecret.create()).startsWith("whsec_").isNotEqualTo(WebhookSecret.create());
    assertThat(WebhookSecret.check(WebhookSecret.create())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "whsec_", "whsec_c2hvcnQ=", "whsec_!not base64 at all!"})
  void check_weakSecret_isRefused(String secret) {
    assertThatExceptionOfType(ReelwayException.class).isThrownBy(() -> WebhookSecret.check(secret));
  }
}
