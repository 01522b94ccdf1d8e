package dev.reelway.ingest.view;

import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.TitleStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Every title as it stands, with what happened to it lately: read from the status, notification and
 * dead-letter topics. Everything may be told twice. Safe for any thread.
 */
public final class TitleView {

  private static final int NOTIFICATIONS_PER_TITLE = 200;
  private static final int DEAD_LETTERS = 5_000;

  private final Map<String, TitleStatus> titles = new ConcurrentHashMap<>();
  private final Map<String, Deque<Notification>> notifications = new ConcurrentHashMap<>();
  private final Map<String, DeadLetter> deadLetters = new LinkedHashMap<>();
  private final List<TitleListener> listeners = new CopyOnWriteArrayList<>();

  /** A title changed. */
  public void accept(TitleStatus status) {
    titles.put(status.titleId(), status);
    listeners.forEach(listener -> listener.status(status));
  }

  /** The title is gone: its record on the compacted topic has no value. */
  public void forget(String titleId) {
    TitleStatus last = titles.remove(titleId);
    notifications.remove(titleId);
    synchronized (deadLetters) {
      deadLetters.values().removeIf(letter -> isOf(letter, titleId));
    }
    if (last != null) {
      listeners.forEach(listener -> listener.removed(last));
    }
  }

  /** A title entered a phase. */
  public void accept(Notification notification) {
    Deque<Notification> ofTitle =
        notifications.computeIfAbsent(notification.titleId(), id -> new ArrayDeque<>());
    synchronized (ofTitle) {
      if (ofTitle.stream().anyMatch(known -> known.id().equals(notification.id()))) {
        return;
      }
      ofTitle.addLast(notification);
      if (ofTitle.size() > NOTIFICATIONS_PER_TITLE) {
        ofTitle.removeFirst();
      }
    }
    listeners.forEach(listener -> listener.notification(notification));
  }

  /** A task was given up. */
  public void accept(DeadLetter letter) {
    synchronized (deadLetters) {
      deadLetters.put(letter.id(), letter);
      if (deadLetters.size() > DEAD_LETTERS) {
        deadLetters.remove(deadLetters.keySet().iterator().next());
      }
    }
  }

  /** A title as it stands. */
  public Optional<TitleStatus> title(String titleId) {
    return Optional.ofNullable(titles.get(titleId));
  }

  /**
   * Waits for a title to become what is {@code wanted}.
   *
   * @return the title, or nothing if that took longer than {@code limit}
   */
  public Optional<TitleStatus> await(
      String titleId, Predicate<TitleStatus> wanted, Duration limit) {
    CompletableFuture<TitleStatus> found = new CompletableFuture<>();
    TitleListener listener =
        new TitleListener() {
          @Override
          public void status(TitleStatus status) {
            if (status.titleId().equals(titleId) && wanted.test(status)) {
              found.complete(status);
            }
          }

          @Override
          public void removed(TitleStatus last) {}

          @Override
          public void notification(Notification notification) {}
        };
    addListener(listener);
    try {
      title(titleId).ifPresent(listener::status); // it may have come before the listener
      return Optional.ofNullable(
          found.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS).join());
    } finally {
      removeListener(listener);
    }
  }

  /** All titles in no order. */
  public List<TitleStatus> titles() {
    return List.copyOf(titles.values());
  }

  /** What happened to a title lately, oldest first. */
  public List<Notification> notifications(String titleId) {
    Deque<Notification> ofTitle = notifications.get(titleId);
    if (ofTitle == null) {
      return List.of();
    }
    synchronized (ofTitle) {
      return List.copyOf(ofTitle);
    }
  }

  /** Tasks that were given up, newest first; a bounded number. */
  public List<DeadLetter> deadLetters() {
    synchronized (deadLetters) {
      List<DeadLetter> letters = new ArrayList<>(deadLetters.values());
      Collections.reverse(letters);
      return List.copyOf(letters);
    }
  }

  /** Calls {@code listener} from now on. */
  public void addListener(TitleListener listener) {
    listeners.add(listener);
  }

  /** Leaves {@code listener} in peace. */
  public void removeListener(TitleListener listener) {
    listeners.remove(listener);
  }

  private static boolean isOf(DeadLetter letter, String titleId) {
    return letter.task().filter(task -> task.titleId().equals(titleId)).isPresent();
  }
}
