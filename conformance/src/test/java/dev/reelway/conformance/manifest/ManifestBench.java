package dev.reelway.conformance.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.conformance.model.ManifestFamily;
import dev.reelway.conformance.model.ManifestJudge;
import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.Renditions;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.MapPlace;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.work.MeasuredFragment;
import dev.reelway.contracts.work.SegmentMeasures;
import dev.reelway.isobmff.read.TrackDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A package of small texts beside invented measurements: the rules of manifests can be tried
 * without a single picture.
 */
public final class ManifestBench {
  private final MapPlace place = new MapPlace();
  private final Map<String, TrackDescription> inits = new TreeMap<>();
  private final Map<String, MeasuredSegment> segments = new TreeMap<>();

  /** Puts a text into the package. */
  public ManifestBench text(String path, String text) {
    place.put(path, text);
    return this;
  }

  /** Puts bytes into the package. */
  public ManifestBench file(String path, byte[] bytes) {
    place.put(path, bytes);
    return this;
  }

  /** Takes a file away. */
  public ManifestBench remove(String path) {
    place.remove(path);
    return this;
  }

  /** Replaces every occurrence in a text, which must be there. */
  public ManifestBench edit(String path, String from, String to) {
    String text = new String(place.files().get(path), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text(path, text.replace(from, to));
  }

  /** The place, to look at and to change. */
  public MapPlace place() {
    return place;
  }

  /** Says what an init segment is read as. */
  public ManifestBench init(String path, TrackDescription description) {
    inits.put(path, description);
    if (!place.files().containsKey(path)) {
      place.put(path, "clear " + path);
    }
    return this;
  }

  /** What an init segment is read as. */
  public TrackDescription init(String path) {
    return inits.get(path);
  }

  /** Says what a segment measures, and puts a file of its size. */
  public ManifestBench segment(String path, MeasuredSegment segment) {
    segments.put(path, segment);
    byte[] bytes = new byte[(int) segment.sizeBytes()];
    System.arraycopy("styp".getBytes(StandardCharsets.US_ASCII), 0, bytes, 4, 4);
    place.put(path, bytes);
    return this;
  }

  /** What a segment measures. */
  public MeasuredSegment segment(String path) {
    return segments.get(path);
  }

  /** A segment whose samples are all equally long. */
  public static MeasuredSegment measured(
      String path, long bytes, long start, long duration, long timescale, int samples) {
    return new MeasuredSegment(
        Location.of(path),
        timescale,
        new SegmentMeasures(
            bytes,
            start,
            start,
            duration,
            Optional.of(start + duration),
            samples,
            true,
            1,
            1,
            Optional.empty(),
            List.of()));
  }

  /** The same segment with fragments of equal length behind 24 bytes of {@code styp}. */
  public static MeasuredSegment fragmented(MeasuredSegment of, int count, int firstSampleBytes) {
    List<MeasuredFragment> fragments = new ArrayList<>();
    long each = (of.sizeBytes() - 24) / count;
    for (int i = 0; i < count; i++) {
      long offset = 24 + i * each;
      fragments.add(new MeasuredFragment(offset, offset + firstSampleBytes, offset + each));
    }
    return with(of, of.start().ticks(), of.startsWithSync(), fragments);
  }

  /** The same segment, which cannot be decoded alone. */
  public static MeasuredSegment dependent(MeasuredSegment of) {
    return with(of, of.start().ticks(), false, of.fragments());
  }

  /** The same segment at another time. */
  public static MeasuredSegment moved(MeasuredSegment of, long ticks) {
    return with(of, of.start().ticks() + ticks, of.startsWithSync(), of.fragments());
  }

  private static MeasuredSegment with(
      MeasuredSegment of, long start, boolean sync, List<MeasuredFragment> fragments) {
    SegmentMeasures old = of.measures();
    return new MeasuredSegment(
        of.location(),
        of.timescale(),
        new SegmentMeasures(
            old.sizeBytes(),
            start,
            start,
            old.durationTicks(),
            Optional.of(start + old.durationTicks()),
            old.samples(),
            sync,
            old.firstSequence(),
            old.lastSequence(),
            old.buffer(),
            fragments));
  }

  /** Reads top manifests and judges them. */
  public List<Finding> check(Map<String, ManifestFamily> tops) throws IOException {
    Findings findings = new Findings();
    Renditions renditions = new Renditions();
    List<ManifestJudge> judges = new ArrayList<>();
    for (Map.Entry<String, ManifestFamily> top : tops.entrySet()) {
      judges.add(top.getValue().read(place, top.getKey(), renditions, findings));
    }
    Measurements measurements = measurements(renditions);
    for (ManifestJudge judge : judges) {
      judge.judge(measurements, findings);
    }
    return findings.all();
  }

  private Measurements measurements(Renditions renditions) {
    return new Measurements(
        renditions.renditions().stream()
            .map(
                rendition ->
                    new MeasuredTrack(
                        rendition,
                        0,
                        Optional.ofNullable(inits.get(rendition.init().path())),
                        rendition.segments().stream()
                            .map(declared -> segments.get(declared.location().path()))
                            .filter(segment -> segment != null)
                            .toList()))
            .toList());
  }
}
