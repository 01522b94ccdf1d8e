package dev.reelway.ingest.watch;

import dev.reelway.contracts.work.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A master in a watched place with what belongs to it.
 *
 * @param file the master
 * @param sidecar what is to be known of it
 * @param done whether its {@code .done} file is there
 */
record Arrival(WatchedFile file, Optional<WatchedFile> sidecar, boolean done) {

  static final String SIDECAR = ".json";
  static final String DONE = ".done";

  private static final int DIGITS = 40;

  /** The masters of a listing. */
  static List<Arrival> of(WatchFolder folder, List<WatchedFile> listing) {
    Map<String, WatchedFile> byName =
        listing.stream().collect(Collectors.toMap(WatchedFile::name, Function.identity()));
    List<Arrival> arrivals = new ArrayList<>();
    for (WatchedFile file : listing) {
      if (folder.isMaster(file.name())) {
        Optional<WatchedFile> sidecar = Optional.ofNullable(byName.get(file.name() + SIDECAR));
        arrivals.add(new Arrival(file, sidecar, byName.containsKey(file.name() + DONE)));
      }
    }
    return arrivals;
  }

  /** The master's name that a file of this name belongs to: its own, or that before the ending. */
  static String masterName(String name) {
    for (String ending : List.of(SIDECAR, DONE)) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  /** Names these very bytes of the master, as far as a listing can tell. */
  String masterMark() {
    return ContentHash.ofParts(file.name(), file.sizeBytes(), file.modifiedAt().toEpochMilli())
        .substring(0, DIGITS);
  }

  /** Names master and sidecar together. */
  String wholeMark() {
    return ContentHash.ofParts(
            masterMark(),
            sidecar.map(WatchedFile::sizeBytes).orElse(-1L),
            sidecar.map(s -> s.modifiedAt().toEpochMilli()).orElse(-1L))
        .substring(0, DIGITS);
  }
}
