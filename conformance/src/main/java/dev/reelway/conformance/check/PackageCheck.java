package dev.reelway.conformance.check;

import dev.reelway.conformance.align.AlignmentCheck;
import dev.reelway.conformance.delivery.Delivery;
import dev.reelway.conformance.delivery.DeliveryRule;
import dev.reelway.conformance.model.KnownSegments;
import dev.reelway.conformance.model.ManifestFamily;
import dev.reelway.conformance.model.ManifestJudge;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.Rendition;
import dev.reelway.conformance.model.Renditions;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.conformance.rule.Where;
import dev.reelway.conformance.track.CmafRule;
import dev.reelway.conformance.track.TrackReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a package: reads its manifests, then every segment once, then compares.
 *
 * <pre>
 *   manifests → what they declare → each track: init, segments → what they measure
 *                                                                    ↓
 *                    verdict  ←  findings  ←  tracks against each other, manifests against tracks
 * </pre>
 */
public final class PackageCheck {
  private final List<ManifestFamily> families;
  private final KnownSegments known;

  /** Manifests of these families are understood. */
  public PackageCheck(List<ManifestFamily> families) {
    this(families, KnownSegments.NONE);
  }

  /** The same, where segments that are known are not read again. */
  public PackageCheck(List<ManifestFamily> families, KnownSegments known) {
    this.families = List.copyOf(families);
    this.known = known;
  }

  /**
   * Checks what can be found in a place.
   *
   * @throws IOException if the place does not answer
   */
  public Verdict check(Place place) throws IOException {
    return check(place, new ManifestSearch(place, families).find());
  }

  /**
   * Checks what these manifests refer to.
   *
   * @param manifests paths that players start from
   * @throws IOException if the place does not answer
   */
  public Verdict check(Place place, List<String> manifests) throws IOException {
    Findings findings = new Findings();
    Renditions renditions = new Renditions();
    Delivery delivery = new Delivery(place, findings);
    List<ManifestJudge> judges = read(place, manifests, renditions, findings);
    Measurements measured = measure(delivery, renditions, findings);
    compare(place, measured, findings);
    for (ManifestJudge judge : judges) {
      judge.judge(measured, findings);
    }
    delivery.finish(renditions);
    return new Verdict(findings.all(), checked(renditions, measured, delivery.bytes()));
  }

  private List<ManifestJudge> read(
      Place place, List<String> manifests, Renditions renditions, Findings findings)
      throws IOException {
    List<ManifestJudge> judges = new ArrayList<>();
    for (String path : manifests) {
      for (ManifestFamily family : families) {
        if (family.reads(path)) {
          renditions.addManifest(path);
          judges.add(family.read(place, path, renditions, findings));
        }
      }
    }
    findings.expect(
        !judges.isEmpty(),
        DeliveryRule.DELIVERY_MANIFEST_EXISTS,
        Where.file(place.address()),
        "a .m3u8 or .mpd file",
        "none");
    return judges;
  }

  private Measurements measure(Delivery delivery, Renditions renditions, Findings findings)
      throws IOException {
    TrackReader reader = new TrackReader(delivery, known, findings);
    List<MeasuredTrack> tracks = new ArrayList<>();
    for (Rendition rendition : renditions.renditions()) {
      tracks.add(read(reader, rendition, findings));
    }
    return new Measurements(tracks, known);
  }

  private static MeasuredTrack read(TrackReader reader, Rendition rendition, Findings findings)
      throws IOException {
    try {
      return reader.read(rendition);
    } catch (ArithmeticException e) {
      Where where = Where.track(rendition.name(), rendition.init().path());
      impossible(where, e, findings);
      return new MeasuredTrack(rendition, 0, Optional.empty(), List.of());
    }
  }

  private static void compare(Place place, Measurements measured, Findings findings) {
    try {
      new AlignmentCheck(findings).check(measured);
    } catch (ArithmeticException e) {
      impossible(Where.file(place.address()), e, findings);
    }
  }

  private static void impossible(Where where, ArithmeticException fault, Findings findings) {
    findings.add(
        CmafRule.CMAF_NUMBERS_POSSIBLE,
        where,
        "times of a real title",
        String.valueOf(fault.getMessage()));
  }

  private static Verdict.Checked checked(Renditions renditions, Measurements measured, long bytes) {
    return new Verdict.Checked(
        renditions.manifests().size(),
        measured.tracks().size(),
        measured.tracks().stream().mapToLong(track -> track.segments().size()).sum(),
        measured.tracks().stream()
            .flatMap(track -> track.segments().stream())
            .mapToLong(segment -> segment.samples())
            .sum(),
        bytes);
  }
}
