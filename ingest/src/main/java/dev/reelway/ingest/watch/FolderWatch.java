package dev.reelway.ingest.watch;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.queue.DeadLetterBox;
import dev.reelway.ingest.queue.DeadLetterMaker;
import dev.reelway.ingest.queue.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one watch folder and submits what is due. Two looks at once do no harm. */
final class FolderWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  private final WatchFolder folder;
  private final WatchPlace place;
  private final Marks marks;
  private final Acceptance acceptance;
  private final Consumer<DeadLetter> deadLetters;
  private final Clock clock;

  FolderWatch(
      WatchFolder folder,
      WatchPlace place,
      Marks marks,
      Acceptance acceptance,
      Consumer<DeadLetter> deadLetters,
      Clock clock) {
    this.folder = folder;
    this.place = place;
    this.marks = marks;
    this.acceptance = acceptance;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  WatchFolder folder() {
    return folder;
  }

  /** A look at everything; returns how many files were submitted. */
  synchronized int look() {
    List<Arrival> arrivals = Arrival.of(folder, place.list(""));
    marks.refresh();
    int submitted = 0;
    for (Arrival arrival : arrivals) {
      submitted += handle(arrival, false) ? 1 : 0;
    }
    marks.forgetAllBut(arrivals, clock.instant());
    return submitted;
  }

  /**
   * A look at one file that its store announced.
   *
   * @return why there is nothing to look at, if so
   */
  synchronized Optional<Problem> announced(String name, String pointer) {
    String master = Arrival.masterName(name);
    Optional<Arrival> arrival =
        Arrival.of(folder, place.list(master)).stream()
            .filter(found -> found.file().name().equals(master))
            .findFirst();
    if (arrival.isPresent()) {
      marks.refresh();
      handle(arrival.get(), true);
      return Optional.empty();
    }
    // A sidecar may come before its master; a master that was announced must be there.
    return folder.isMaster(name)
        ? Optional.of(
            new Problem(
                FailureKind.MASTER_NOT_FOUND,
                pointer,
                "There is no object at " + place.address(name) + " (any more)."))
        : Optional.empty();
  }

  /** Somebody wants a file looked at again that was refused. */
  void forgetTold(String mark) {
    marks.remove(Marks.Kind.TOLD, mark);
  }

  private boolean handle(Arrival arrival, boolean announced) {
    Readiness readiness = Readiness.of(folder, arrival, marks, clock.instant(), announced);
    if (readiness == Readiness.CHANGED) {
      marks.put(Marks.Kind.SEEN, arrival.wholeMark());
    }
    return readiness == Readiness.DUE && take(arrival);
  }

  private boolean take(Arrival arrival) {
    String address = place.address(arrival.file().name());
    Optional<byte[]> sidecar = arrival.sidecar().flatMap(place::read);
    if (arrival.sidecar().isPresent() && sidecar.isEmpty()) {
      return false; // It was taken away just now; the next look sees what is left.
    }
    try {
      acceptance.submit(
          SidecarJson.form(folder, address, sidecar),
          new Requester("watch:" + folder.name(), folder.tenant(), Role.EDITOR));
      marks.put(Marks.Kind.TAKEN, arrival.masterMark());
      marks.remove(Marks.Kind.SEEN, arrival.wholeMark());
      return true;
    } catch (ReelwayException e) {
      if (e.kind().retryable()) {
        throw e;
      }
      if (e.kind() != FailureKind.MASTER_NOT_FOUND) {
        tell(arrival, address, sidecar, e);
      }
      return false;
    }
  }

  private void tell(
      Arrival arrival, String address, Optional<byte[]> sidecar, ReelwayException failure) {
    String source = DeadLetterBox.WATCH_SOURCE + folder.name() + "/" + arrival.wholeMark();
    Problem problem =
        new Problem(
            failure.kind(),
            "",
            "%s in the watch folder '%s' is not submitted: %s"
                .formatted(address, folder.name(), failure.getMessage()));
    deadLetters.accept(
        DeadLetterMaker.of(
            source,
            folder.tenant(),
            sidecar.orElseGet(() -> address.getBytes(StandardCharsets.UTF_8)),
            problem,
            clock.instant()));
    // After the letter: told twice is better than never.
    marks.put(Marks.Kind.TOLD, arrival.wholeMark());
    LOG.warn("{}", problem.message());
  }
}
