package dev.reelway.ingest.retain;

import dev.reelway.contracts.fleet.TitleStatus;
import java.util.List;
import java.util.Optional;

/** All titles as they stand. */
public interface Titles {

  /** Whether every title is known; before that, nothing may be concluded from absence. */
  boolean isComplete();

  /** All of them. */
  List<TitleStatus> all();

  /** One of them. */
  Optional<TitleStatus> find(String titleId);
}
