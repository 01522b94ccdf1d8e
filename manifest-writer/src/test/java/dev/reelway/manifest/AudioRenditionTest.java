package dev.reelway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.title.AudioTrack;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AudioRenditionTest {

  @Test
  void of_sameNameTwice_numbersTheSecond() {
    assertThat(AudioRendition.of(List.of(track("a", "X", 2, true), track("b", "X", 2, false))))
        .extracting(AudioRendition::name)
        .containsExactly("X", "X (2)");
  }

  @Test
  void of_sameNameWithOtherChannels_isTheSameSound() {
    List<AudioRendition> renditions =
        AudioRendition.of(List.of(track("a", "X", 2, true), track("b", "X", 6, false)));
    assertThat(renditions).extracting(AudioRendition::name).containsExactly("X", "X");
    assertThat(renditions).allMatch(AudioRendition::isDefault);
  }

  @Test
  void of_noDefault_takesTheFirst() {
    assertThat(AudioRendition.of(List.of(track("a", "X", 2, false), track("b", "Y", 2, false))))
        .extracting(AudioRendition::isDefault)
        .containsExactly(true, false);
  }

  @Test
  void of_twoDefaults_takesTheFirst() {
    assertThat(AudioRendition.of(List.of(track("a", "X", 2, true), track("b", "Y", 2, true))))
        .extracting(AudioRendition::isDefault)
        .containsExactly(true, false);
  }

  @Test
  void of_nameThatNoManifestCanCarry_isMadePrintable() {
    assertThat(name("a\"b\r\nc\u0000d\ufffe")).isEqualTo("a'b c d");
    assertThat(name("e\u0301")).isEqualTo("\u00e9");
    assertThat(name("\ud83c\udfac")).isEqualTo("\ud83c\udfac");
    assertThat(name(" \t")).isEqualTo("Audio");
  }

  private static String name(String name) {
    return AudioRendition.of(List.of(track("a", name, 2, true))).get(0).name();
  }

  private static AudioTrack track(String id, String name, int channels, boolean isDefault) {
    return new AudioTrack(
        id, name, "mp4a.40.2", 48000, 48000, channels, "en", TrackRole.MAIN, isDefault, List.of());
  }
}
