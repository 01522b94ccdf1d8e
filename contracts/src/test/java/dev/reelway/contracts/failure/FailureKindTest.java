package dev.reelway.contracts.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FailureKindTest {

  @Test
  void code_ofEveryKind_isUnique() {
    assertThat(Arrays.stream(FailureKind.values()).map(FailureKind::code)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void advice_ofEveryKind_isASentence(FailureKind kind) {
    assertThat(kind.code()).matches("[A-Z]+(_[A-Z]+)*");
    assertThat(kind.advice()).matches("[A-Z].*\\.").hasSizeLessThan(120);
    assertThat(kind.fault()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void retryable_ofEveryKind_isOnlyForTheSystemsFaults(FailureKind kind) {
    if (kind.retryable()) {
      assertThat(kind.fault()).isEqualTo(FailureKind.Fault.SYSTEM);
    }
  }

  @Test
  void exception_ofAKind_keepsKindMessageAndCause() {
    Exception cause = new IllegalStateException("x");
    ReelwayException e = new ReelwayException(FailureKind.MASTER_EMPTY, "It is empty.", cause);
    assertThat(e.kind()).isEqualTo(FailureKind.MASTER_EMPTY);
    assertThat(e).hasMessage("It is empty.").hasCause(cause);
  }
}
