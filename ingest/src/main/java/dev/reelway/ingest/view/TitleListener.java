package dev.reelway.ingest.view;

import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.TitleStatus;

/** Hears what changes. Called by the thread that reads the topic: must not wait. */
public interface TitleListener {

  /** A title has a new status. */
  void status(TitleStatus status);

  /** A title is gone; this is what it was last. */
  void removed(TitleStatus last);

  /** A title entered a phase. */
  void notification(Notification notification);
}
