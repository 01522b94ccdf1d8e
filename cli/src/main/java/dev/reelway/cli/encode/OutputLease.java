package dev.reelway.cli.encode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds a prefix of a bucket for one run, by an object that is put only if none is there and
 * renewed only over itself. A run that dies leaves it behind: the next one takes it over, at once
 * if the dead run was on the same machine, else when it was not renewed for a while.
 */
final class OutputLease implements AutoCloseable {

  static final String KEY = OutputPlace.WORK + "/in-use";

  private static final Duration RENEWED = Duration.ofSeconds(20);
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);

  /**
   * Who holds it.
   *
   * @param host its machine
   * @param process its number there
   * @param startedAt since when that process runs, as numbers are used again
   * @param renewedAt by its clock
   */
  record Holder(String host, long process, String startedAt, String renewedAt) {

    static Holder thisProcess() {
      ProcessHandle self = ProcessHandle.current();
      return new Holder(hostName(), self.pid(), started(self), Instant.now().toString());
    }

    boolean isGone() {
      if (!host.equals(hostName())) {
        return Instant.parse(renewedAt).isBefore(Instant.now().minus(GIVEN_UP));
      }
      return ProcessHandle.of(process).filter(p -> started(p).equals(startedAt)).isEmpty();
    }

    private static String started(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
  }

  private final ObjectStore store;
  private final String place;
  private final Thread renewal = new Thread(this::keepRenewing, "output-lease");
  private volatile String etag;
  private volatile boolean lost;

  private OutputLease(ObjectStore store, String place, String etag) {
    this.store = store;
    this.place = place;
    this.etag = etag;
  }

  /** Takes the lease, or says who has it. */
  static OutputLease take(ObjectStore store, String place) {
    Optional<ObjectInfo> taken = put(store, options().ifAbsent());
    if (taken.isEmpty()) {
      taken = takeOver(store, place);
    }
    String etag =
        taken.orElseThrow(() -> inUse("Another run has just begun in " + place + ".")).etag();
    OutputLease lease = new OutputLease(store, place, etag);
    lease.renewal.setDaemon(true);
    lease.renewal.start();
    return lease;
  }

  private static Optional<ObjectInfo> takeOver(ObjectStore store, String place) {
    Optional<StoredObject> found = store.get(KEY);
    if (found.isEmpty()) {
      return put(store, options().ifAbsent());
    }
    try (StoredObject object = found.get()) {
      Holder holder = Json.read(object.readAllBytes(), Holder.class, KEY);
      if (!holder.isGone()) {
        throw inUse(
            "Another run is working in "
                + place
                + ": process "
                + holder.process()
                + " on "
                + holder.host()
                + ".");
      }
      return put(store, options().ifMatch(object.info().etag()));
    }
  }

  private static Optional<ObjectInfo> put(ObjectStore store, PutOptions options) {
    return store.put(KEY, ObjectBody.ofBytes(Json.write(Holder.thisProcess())), options);
  }

  private static PutOptions options() {
    return new PutOptions(PutOptions.forKey(KEY).condition(), "application/json", "no-store");
  }

  private void keepRenewing() {
    try {
      while (!lost) {
        Thread.sleep(RENEWED.toMillis());
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // given back
    }
  }

  /** Says that the run is alive, or notices that it lost the place. */
  void renew() {
    try {
      Optional<ObjectInfo> renewed = put(store, options().ifMatch(etag));
      lost = renewed.isEmpty();
      renewed.ifPresent(info -> etag = info.etag());
    } catch (ReelwayException e) {
      // The store is in trouble; the steps that need it say so. The next renewal may succeed.
    }
  }

  /** Fails if another run has taken the place over. */
  void requireHeld() {
    if (lost) {
      throw inUse("Another run has taken over " + place + ".");
    }
  }

  private static ReelwayException inUse(String sentence) {
    return new ReelwayException(FailureKind.OUTPUT_IN_USE, sentence);
  }

  /** Gives it back. */
  @Override
  public void close() {
    renewal.interrupt();
    try {
      renewal.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!lost) {
      store.delete(KEY);
    }
  }
}
