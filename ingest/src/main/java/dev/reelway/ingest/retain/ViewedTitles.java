package dev.reelway.ingest.retain;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.view.TitleView;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Titles of this instance's view.
 *
 * @param view of the status topic
 * @param caughtUp whether it has read everything that lay on it
 */
public record ViewedTitles(TitleView view, BooleanSupplier caughtUp) implements Titles {

  @Override
  public boolean isComplete() {
    return caughtUp.getAsBoolean();
  }

  @Override
  public List<TitleStatus> all() {
    return view.titles();
  }

  @Override
  public Optional<TitleStatus> find(String titleId) {
    return view.title(titleId);
  }
}
