package dev.reelway.contracts.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ContentHashTest {

  @Test
  void of_knownBytes_isTheirSha256() {
    assertThat(ContentHash.of("abc".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void ofParts_sameTextSplitElsewhere_isAnotherHash() {
    assertThat(ContentHash.ofParts("ab", "c")).isNotEqualTo(ContentHash.ofParts("a", "bc"));
    assertThat(ContentHash.ofParts("ab", 1L)).isEqualTo(ContentHash.ofParts("ab", "1"));
  }
}
