package dev.reelway.cli.verify.decode;

import dev.reelway.conformance.decode.DecodeCheck;
import dev.reelway.conformance.decode.DecodeRule;
import dev.reelway.conformance.decode.FromMaster;
import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.isobmff.read.TrackDescription;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.task.DecodeTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Decodes the tracks of a package, several at a time, each in a child process. */
final class Decoding {
  private final MediaEngine engine;
  private final Place place;
  private final Optional<ComparedMaster> master;
  private final int jobs;

  Decoding(MediaEngine engine, Place place, Optional<ComparedMaster> master, int jobs) {
    this.engine = engine;
    this.place = place;
    this.master = master;
    this.jobs = jobs;
  }

  private record Work(
      MeasuredTrack track, Optional<FromMaster> expected, Future<DecodedTrack> result) {}

  /** Decodes and judges; one line for each track that could be decoded. */
  List<DecodedLine> run(List<MeasuredTrack> tracks, Findings findings)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<Work> work = new ArrayList<>();
      for (MeasuredTrack track : tracks) {
        Optional<TrackBytes> bytes = bytes(track, findings);
        if (bytes.isPresent()) {
          DecodeTask task = task(track);
          work.add(
              new Work(
                  track,
                  master.map(title -> title.expected(track)),
                  threads.submit(() -> decode(task, bytes.get()))));
        }
      }
      List<DecodedLine> lines = new ArrayList<>();
      for (Work one : work) {
        judge(one, findings).ifPresent(lines::add);
      }
      return lines;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Empty if the track cannot be decoded. */
  private Optional<TrackBytes> bytes(MeasuredTrack track, Findings findings) throws IOException {
    boolean media =
        track.description().filter(about -> about.kind() != TrackDescription.Kind.TEXT).isPresent();
    if (track.segments().isEmpty() || track.rendition().kind() == MediaKind.TEXT) {
      return Optional.empty();
    }
    Where where = Where.track(track.rendition().name(), track.rendition().init().path());
    if (!media) {
      findings.add(DecodeRule.DECODE_POSSIBLE, where, "a codec that is known", "another one");
      return Optional.empty();
    }
    TrackBytes bytes = TrackBytes.of(place, track);
    if (InitSegments.isEncrypted(bytes.init())) {
      findings.add(DecodeRule.DECODE_POSSIBLE, where, "no encryption", "encryption");
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  private DecodeTask task(MeasuredTrack track) throws IOException {
    List<MeasuredSegment> segments = track.segments();
    long[] starts = new long[segments.size() + 1];
    for (int i = 0; i < segments.size(); i++) {
      starts[i] = segments.get(i).start().ticks();
    }
    MeasuredSegment last = segments.get(segments.size() - 1);
    starts[segments.size()] = last.start().ticks() + last.duration().ticks();
    return new DecodeTask(
        master.isPresent() ? master.get().bytes().sizeBytes() : 0,
        TickRuns.of(starts),
        master.flatMap(title -> title.pictures(track)),
        master.flatMap(title -> title.sound(track)));
  }

  private DecodedTrack decode(DecodeTask task, TrackBytes track)
      throws IOException, InterruptedException {
    MasterBytes bytes =
        master.isPresent() ? TrackBytes.joined(List.of(master.get().bytes(), track)) : track;
    return engine.decode(bytes, task, done -> {});
  }

  private static Optional<DecodedLine> judge(Work work, Findings findings)
      throws InterruptedException {
    try {
      DecodedTrack decoded = work.result().get();
      new DecodeCheck(findings).check(work.track(), decoded, work.expected());
      return Optional.of(DecodedLine.of(work.track(), decoded));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReelwayException failure && isAboutTheTrack(failure.kind())) {
        findings.add(
            DecodeRule.DECODE_WITHOUT_ERRORS,
            Where.track(work.track().rendition().name(), work.track().rendition().init().path()),
            "a track that can be opened",
            failure.getMessage());
        return Optional.empty();
      }
      throw failed(e);
    }
  }

  private static boolean isAboutTheTrack(FailureKind kind) {
    return kind == FailureKind.MASTER_MALFORMED || kind == FailureKind.MASTER_UNSUPPORTED;
  }

  private static ReelwayException failed(ExecutionException e) {
    return e.getCause() instanceof ReelwayException failure
        ? failure
        : new ReelwayException(
            FailureKind.STORAGE_UNAVAILABLE,
            "A track cannot be read: " + e.getCause().getMessage() + ".",
            e);
  }
}
