package dev.reelway.manifest.gate;

import dev.reelway.conformance.check.PackageCheck;
import dev.reelway.conformance.dash.DashFamily;
import dev.reelway.conformance.hls.HlsFamily;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.conformance.rule.VerdictDocument;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Stamps;
import dev.reelway.contracts.title.TitleReport;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.BrokenRule;
import dev.reelway.manifest.publish.Gate;
import dev.reelway.platform.storage.ObjectStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Judges a version as it lies in storage, with what packagers have measured chunk by chunk, by the
 * rules of {@code reelway verify}. One with errors does not pass.
 */
public final class PublishGate implements Gate {

  private final ObjectStore store;
  private final StorageLayout layout;
  private final TitleReport outcome;
  private final Stamps stamps;
  private final List<BrokenRule> before;
  private final boolean force;
  private final Consumer<VerdictDocument> verdicts;

  /**
   * A gate for one version.
   *
   * @param outcome what the version is made of
   * @param stamps of its segments when they were judged
   * @param before what was found when its segments were packaged
   * @param force whether a version with errors passes all the same
   * @param verdicts told before anything passes or is held
   */
  public PublishGate(
      ObjectStore store,
      StorageLayout layout,
      TitleReport outcome,
      Stamps stamps,
      List<BrokenRule> before,
      boolean force,
      Consumer<VerdictDocument> verdicts) {
    this.store = store;
    this.layout = layout;
    this.outcome = outcome;
    this.stamps = stamps;
    this.before = List.copyOf(before);
    this.force = force;
    this.verdicts = verdicts;
  }

  @Override
  public void pass(int version) {
    VerdictDocument verdict = judge(version);
    verdicts.accept(verdict);
    if (verdict.errors() > 0 && !force) {
      throw new ReelwayException(FailureKind.PACKAGE_INVALID, RefusalText.of(verdict));
    }
  }

  /** Returns what is to be said of the version. */
  VerdictDocument judge(int version) {
    List<Track> tracks = outcome.presentation().tracks().toList();
    ListedPlace place =
        ListedPlace.of(
            store,
            layout.titlePrefix(),
            Stream.concat(
                    tracks.stream().map(track -> layout.trackPrefix(track.id())),
                    Stream.of(layout.versionPrefix(version)))
                .distinct()
                .toList());
    Findings changes = new Findings();
    JudgedSegments judged =
        JudgedSegments.of(store, layout, place, stamps, tracks.stream(), changes);
    outcome.initSha256().forEach((track, hash) -> init(place, track, hash, changes));
    Verdict verdict = check(place, judged, version);
    List<BrokenRule> all = new ArrayList<>(before);
    changes.all().stream().map(Finding::broken).forEach(all::add);
    return VerdictDocument.of(place.address(), verdict, all);
  }

  private Verdict check(ListedPlace place, JudgedSegments judged, int version) {
    List<String> manifests =
        Stream.of(layout.versionHlsKey(version), layout.versionDashKey(version))
            .map(key -> key.substring(layout.titlePrefix().length()))
            .toList();
    try {
      return new PackageCheck(List.of(new HlsFamily(), new DashFamily()), judged)
          .check(place, manifests);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The version cannot be read back: " + e.getMessage() + ".",
          e);
    }
  }

  private void init(ListedPlace place, String track, String hash, Findings changes) {
    String key = layout.initKey(track);
    String path = key.substring(layout.titlePrefix().length());
    if (place.find(path).isEmpty()) {
      return; // files have none; another's is found missing by whoever reads the track
    }
    String found = StoredHash.of(store, key);
    changes.expect(
        found.equals(hash),
        GateRule.GATE_OBJECT_UNCHANGED,
        Where.track(path.substring(0, path.lastIndexOf('/')), path),
        "the SHA-256 " + hash,
        found);
  }
}
