package dev.reelway.manifest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.title.PosterTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.manifest.SamplePresentations;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.DirectoryObjectStore;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublisherTest {

  private static final StorageLayout LAYOUT = StorageLayout.ofTitle("t");
  private static final EncodePlan OLD_PLAN = plan("aa");
  private static final EncodePlan NEW_PLAN = plan("bb");

  /** The old version has the two lower rungs, the new one all three and the same sound. */
  private static final Presentation NEW = SamplePresentations.film();

  private static final Presentation OLD =
      new Presentation(NEW.duration(), NEW.video().subList(1, 3), NEW.audio(), List.of());

  private final ObjectStore store = new MemoryObjectStore();

  @Test
  void publish_gateRefuses_oldVersionGoesOn() {
    Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    String hls = text(store, LAYOUT.publicHlsKey());
    String dash = text(store, LAYOUT.publicDashKey());

    assertFailure(
        () -> Publisher.publish(store, LAYOUT, NEW_PLAN, NEW, PublisherTest::refuse),
        FailureKind.PACKAGE_INVALID);
    assertThat(text(store, LAYOUT.publicHlsKey())).isEqualTo(hls);
    assertThat(text(store, LAYOUT.publicDashKey())).isEqualTo(dash);
    assertThat(store.head(LAYOUT.versionDashKey(2))).isPresent();
    assertThat(Publisher.publish(store, LAYOUT, NEW_PLAN, NEW, Gate.OPEN).version()).isEqualTo(2);
  }

  private static void refuse(int version) {
    throw new ReelwayException(FailureKind.PACKAGE_INVALID, "Version " + version + " is bad.");
  }

  @Test
  void publish_newTitle_isVersionOne() {
    Publication publication = Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    assertThat(publication)
        .isEqualTo(new Publication(1, "aa", "titles/t/index.m3u8", "titles/t/index.mpd"));
    assertThat(keys(store))
        .containsExactly(
            "titles/t/index.m3u8",
            "titles/t/index.mpd",
            "titles/t/tracks/a-eng/media.m3u8",
            "titles/t/tracks/v360/media.m3u8",
            "titles/t/tracks/v720/media.m3u8",
            "titles/t/versions/1/index.m3u8",
            "titles/t/versions/1/index.mpd",
            "titles/t/versions/1/plan.json");
    assertThat(text(store, "titles/t/versions/1/index.mpd")).contains("\"../../tracks/$Rep");
    assertThat(text(store, "titles/t/versions/1/index.m3u8")).contains("\n../../tracks/v720/");
    assertThat(Json.read(bytes(store, LAYOUT.versionPlanKey(1)), EncodePlan.class, "plan"))
        .isEqualTo(OLD_PLAN);
  }

  @Test
  void publish_anything_hasTheRightTypes() {
    Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    assertThat(store.head(LAYOUT.publicHlsKey()).map(ObjectInfo::contentType))
        .contains("application/vnd.apple.mpegurl");
    assertThat(store.head(LAYOUT.publicDashKey()).map(ObjectInfo::contentType))
        .contains("application/dash+xml");
  }

  @Test
  void publish_twice_changesNothing() {
    Publication first = Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    Map<String, String> before = contents(store);
    Publication second =
        Publisher.publish(new UnchangedObjectStore(store), LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    assertThat(second).isEqualTo(first);
    assertThat(contents(store)).isEqualTo(before);
  }

  @Test
  void publish_otherPlan_isTheNextVersionAndKeepsTheOld() {
    Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    Map<String, String> before = contents(store);
    assertThat(Publisher.publish(store, LAYOUT, NEW_PLAN, NEW, Gate.OPEN).version()).isEqualTo(2);
    Map<String, String> after = contents(store);
    before.forEach(
        (key, text) -> {
          if (!key.startsWith("titles/t/index.")) {
            assertThat(after).containsEntry(key, text);
          }
        });
    assertThat(text(store, LAYOUT.publicHlsKey())).contains("v1080");
  }

  @Test
  void publish_olderPlanAgain_rollsBack() {
    Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    String old = text(store, LAYOUT.publicDashKey());
    Publisher.publish(store, LAYOUT, NEW_PLAN, NEW, Gate.OPEN);
    assertThat(Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN).version()).isEqualTo(1);
    assertThat(text(store, LAYOUT.publicDashKey())).isEqualTo(old);
  }

  @Test
  void publish_killedAtAnyPutAndRunAgain_givesTheSameBytes() {
    ObjectStore straight = new MemoryObjectStore();
    Publisher.publish(straight, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    Publication whole = Publisher.publish(straight, LAYOUT, NEW_PLAN, NEW, Gate.OPEN);
    int puts = 4 + 1 + 2 + 2; // playlists (three of them are there), plan, version, public
    for (int kill = 0; kill < puts; kill++) {
      for (boolean after : new boolean[] {false, true}) {
        ObjectStore killed = new MemoryObjectStore();
        Publisher.publish(killed, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
        ObjectStore breaking = new FailingObjectStore(killed, kill, after);
        assertFailure(
            () -> Publisher.publish(breaking, LAYOUT, NEW_PLAN, NEW, Gate.OPEN),
            FailureKind.STORAGE_UNAVAILABLE);
        assertPublicIsWhole(killed);
        assertThat(Publisher.publish(killed, LAYOUT, NEW_PLAN, NEW, Gate.OPEN)).isEqualTo(whole);
        assertThat(contents(killed)).isEqualTo(contents(straight));
      }
    }
    Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    ObjectStore lasting = new FailingObjectStore(store, puts, false);
    assertThat(Publisher.publish(lasting, LAYOUT, NEW_PLAN, NEW, Gate.OPEN)).isEqualTo(whole);
  }

  /** Each public manifest is exactly the old or the new one, and all that it names is there. */
  private static void assertPublicIsWhole(ObjectStore store) {
    ObjectStore old = new MemoryObjectStore();
    Publisher.publish(old, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    ObjectStore next = new MemoryObjectStore();
    Publisher.publish(next, LAYOUT, NEW_PLAN, NEW, Gate.OPEN);
    for (String key : List.of(LAYOUT.publicHlsKey(), LAYOUT.publicDashKey())) {
      assertThat(text(store, key)).isIn(text(old, key), text(next, key));
      Presentation shown = text(store, key).equals(text(old, key)) ? OLD : NEW;
      assertThat(shown.tracks().map(Track::id))
          .allSatisfy(id -> assertThat(store.head(LAYOUT.mediaPlaylistKey(id))).isPresent());
    }
  }

  @Test
  void publish_scrubbing_putsItsFilesAndTakesThemAwayAgain() {
    Presentation sample = SamplePresentations.scrubbing();
    PosterTrack poster =
        new PosterTrack("poster", 25000, 1280, 720, 4, List.of(new SegmentEntry(4, 9, 1, 3)));
    Presentation scrubbing =
        new Presentation(
            sample.duration(),
            sample.video(),
            sample.audio(),
            sample.text(),
            sample.trickPlay(),
            sample.thumbnails(),
            Optional.of(poster));
    store.put(LAYOUT.tileKey("poster", 4), ObjectBody.ofText("jpg"), options());
    Publisher.publish(store, LAYOUT, OLD_PLAN, scrubbing, Gate.OPEN);

    assertThat(text(store, LAYOUT.publicPosterKey())).isEqualTo("jpg");
    assertThat(text(store, LAYOUT.versionPosterKey(1))).isEqualTo("jpg");
    assertThat(text(store, LAYOUT.publicStoryboardKey()))
        .contains("\ntracks/thumbs/image-00001.jpg#xywh=320,0,320,180\n");
    assertThat(text(store, LAYOUT.versionStoryboardKey(1))).contains("\n../../tracks/thumbs/");
    assertThat(text(store, LAYOUT.mediaPlaylistKey("thumbs"))).contains("#EXT-X-IMAGES-ONLY");
    assertThat(text(store, LAYOUT.iFramePlaylistKey("v720"))).contains("#EXT-X-I-FRAMES-ONLY");
    assertThat(store.head(LAYOUT.mediaPlaylistKey("v360-ff"))).isEmpty();

    Presentation plain =
        new Presentation(sample.duration(), sample.video(), sample.audio(), sample.text());
    Publisher.publish(store, LAYOUT, NEW_PLAN, plain, Gate.OPEN);
    assertThat(store.head(LAYOUT.publicPosterKey())).isEmpty();
    assertThat(store.head(LAYOUT.publicStoryboardKey())).isEmpty();
    assertThat(store.head(LAYOUT.versionPosterKey(1))).as("for a roll-back").isPresent();
  }

  @Test
  void publish_somebodyElseFlippedMeanwhile_leavesTheirs() {
    Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    ObjectStore late =
        new BeforePut(
            store,
            LAYOUT.versionPlanKey(2),
            () -> store.put(LAYOUT.publicHlsKey(), ObjectBody.ofText("theirs"), options()));
    assertFailure(
        () -> Publisher.publish(late, LAYOUT, NEW_PLAN, NEW, Gate.OPEN), FailureKind.OUTPUT_IN_USE);
    assertThat(text(store, LAYOUT.publicHlsKey())).isEqualTo("theirs");
  }

  @Test
  void publish_somebodyElseTookTheNumber_takesTheNext() {
    Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    String key = LAYOUT.versionPlanKey(2);
    ObjectStore racing =
        new BeforePut(
            store,
            key,
            () -> store.put(key, ObjectBody.ofBytes(Json.writePretty(plan("cc"))), options()));
    assertThat(Publisher.publish(racing, LAYOUT, NEW_PLAN, NEW, Gate.OPEN).version()).isEqualTo(3);
  }

  @Test
  void publish_immutableObjectWithOtherBytes_isRefusedBeforeTheFlip() {
    Publisher.publish(store, LAYOUT, OLD_PLAN, OLD, Gate.OPEN);
    String before = text(store, LAYOUT.publicHlsKey());
    store.put(LAYOUT.mediaPlaylistKey("v1080"), ObjectBody.ofText("other"), options());
    assertFailure(
        () -> Publisher.publish(store, LAYOUT, NEW_PLAN, NEW, Gate.OPEN),
        FailureKind.INVARIANT_BROKEN);
    assertThat(text(store, LAYOUT.publicHlsKey())).isEqualTo(before);
  }

  @Test
  void publish_presentationWithoutTracks_putsNothing() {
    Presentation empty = new Presentation(NEW.duration(), List.of(), List.of(), List.of());
    assertFailure(
        () -> Publisher.publish(store, LAYOUT, OLD_PLAN, empty, Gate.OPEN),
        FailureKind.INVARIANT_BROKEN);
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void publish_intoAFolder_hasTheManifestsAtItsRoot(@TempDir Path folder) {
    ObjectStore files = new DirectoryObjectStore(folder);
    StorageLayout layout = StorageLayout.ofFolder();
    Publication publication = Publisher.publish(files, layout, OLD_PLAN, OLD, Gate.OPEN);
    assertThat(publication.hlsKey()).isEqualTo("index.m3u8");
    assertThat(folder.resolve("index.m3u8")).content().contains("\ntracks/v720/media.m3u8");
    assertThat(folder.resolve("tracks/v720/media.m3u8")).exists();
    assertThat(Publisher.publish(files, layout, NEW_PLAN, NEW, Gate.OPEN).version()).isEqualTo(2);
    assertThat(folder.resolve("index.mpd")).content().contains("v1080");
  }

  private static PutOptions options() {
    return PutOptions.forKey("x");
  }

  private static EncodePlan plan(String hash) {
    Inspection inspection =
        new Inspection(
            Inspection.SCHEMA,
            new Master("film.mov", 1, "00"),
            List.of(),
            "mov",
            Rational.ONE,
            Rational.ZERO,
            ClockMap.EVEN,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new EncodePlan(
        EncodePlan.SCHEMA,
        hash,
        "engine-1",
        false,
        inspection,
        new SegmentGrid(FrameRate.of(24000, 1001), 48, 144, 1500),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Cost(1, 2, 3),
        List.of());
  }

  private static List<String> keys(ObjectStore store) {
    return store.list("").stream().map(ListedObject::key).toList();
  }

  private static Map<String, String> contents(ObjectStore store) {
    Map<String, String> contents = new TreeMap<>();
    keys(store).forEach(key -> contents.put(key, text(store, key)));
    return contents;
  }

  private static String text(ObjectStore store, String key) {
    return new String(bytes(store, key), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ObjectStore store, String key) {
    try (StoredObject object = store.get(key).orElseThrow()) {
      return object.readAllBytes();
    }
  }

  private static void assertFailure(Runnable call, FailureKind kind) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
