package dev.reelway.ingest.accept;

import dev.reelway.contracts.fleet.DeadLetter;
import java.util.List;

/** Records of the ingest topic that were not understood. */
public interface IngestDeadLetters {

  /** The latest, newest first; a bounded number. */
  List<DeadLetter> list();

  /** Puts the record back on the ingest topic. */
  void replay(String id);
}
