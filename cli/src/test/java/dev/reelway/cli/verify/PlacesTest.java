package dev.reelway.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.cli.play.PlayedFolder;
import dev.reelway.cli.verify.decode.DecodedLine;
import dev.reelway.cli.verify.decode.DecodedPackage;
import dev.reelway.conformance.check.PackageCheck;
import dev.reelway.conformance.delivery.DeliveryRule;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.place.DirectoryPlace;
import dev.reelway.conformance.place.HttpPlace;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.manifest.gate.StorePlace;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same package gets the same verdict wherever it lies. */
final class PlacesTest {
  private static final Path PACKAGE = Path.of("../conformance/src/test/resources/package");

  @Test
  void check_objectStore_saysWhatTheFolderSays() throws IOException {
    assertThat(broken(store())).isEqualTo(broken(new DirectoryPlace(PACKAGE)));
  }

  @Test
  void decode_everyPlace_givesTheSameCounts() throws Exception {
    List<Long> folder = decoded(new DirectoryPlace(PACKAGE));

    assertThat(folder).contains(150L);
    assertThat(decoded(store())).isEqualTo(folder);
    try (PlayedFolder served = PlayedFolder.of(PACKAGE)) {
      assertThat(decoded(new HttpPlace(served.address()))).isEqualTo(folder);
    }
  }

  private static Place store() throws IOException {
    MemoryObjectStore store = new MemoryObjectStore();
    try (Stream<Path> files = Files.walk(PACKAGE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String key = PACKAGE.relativize(file).toString().replace('\\', '/');
        store.put(key, ObjectBody.ofFile(file), PutOptions.forKey(key));
      }
    }
    return new StorePlace(store, "s3://bucket/title/");
  }

  /** Frames and samples of the tracks in H.264 and of the sound. */
  private static List<Long> decoded(Place place) throws Exception {
    Remembering remembering = new Remembering();
    Verdict verdict =
        new PackageCheck(Families.all().stream().map(remembering::of).toList()).check(place);
    List<MeasuredTrack> tracks =
        remembering.measured().tracks().stream()
            .filter(track -> track.rendition().name().matches("tracks/(avc|sound)"))
            .toList();
    return DecodedPackage.of(
            verdict,
            place,
            new Measurements(tracks),
            new InProcessMediaEngine(),
            1,
            Optional.empty(),
            () -> StorageConfig.DEFAULT)
        .lines()
        .stream()
        .map(DecodedLine::count)
        .toList();
  }

  @Test
  void check_webServer_saysWhatTheFolderSaysAndJudgesHeaders() throws IOException {
    try (PlayedFolder served = PlayedFolder.of(PACKAGE)) {
      assertThat(broken(new HttpPlace(served.address())))
          .isEqualTo(broken(new DirectoryPlace(PACKAGE)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/at/all", "s3://bucket", "http://exa mple/", "pom.xml"})
  void of_impossiblePlace_isRefused(String named) {
    assertThatThrownBy(() -> NamedPlace.of(named, () -> StorageConfig.DEFAULT))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining(named);
  }

  /** Caching is the server's own business. */
  private static List<String> broken(Place place) throws IOException {
    Verdict verdict = new PackageCheck(Families.all()).check(place);
    assertThat(verdict.checked().segments()).isEqualTo(18);
    return verdict.findings().stream()
        .map(Finding::rule)
        .filter(rule -> rule != DeliveryRule.DELIVERY_CACHING)
        .map(rule -> rule.id())
        .toList();
  }
}
