package dev.reelway.ingest;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.ingest.accept.Trials;
import dev.reelway.ingest.retain.Titles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Statuses for tests, and a list of them that stands for the view. */
public final class TitleStatuses implements Titles {

  private final List<TitleStatus> titles = new ArrayList<>();
  private boolean complete = true;

  /** What tests vary; everything else is the same for all. */
  public record Spec(
      String titleId,
      String requestId,
      int version,
      int run,
      Phase phase,
      Instant updatedAt,
      long framesDone,
      Optional<Integer> published,
      Optional<String> publishAt,
      Optional<String> unpublishAt) {

    public Spec published(int number) {
      return new Spec(
          titleId,
          requestId,
          version,
          run,
          phase,
          updatedAt,
          framesDone,
          Optional.of(number),
          publishAt,
          unpublishAt);
    }

    public Spec dates(String on, String off) {
      return new Spec(
          titleId,
          requestId,
          version,
          run,
          phase,
          updatedAt,
          framesDone,
          published,
          Optional.ofNullable(on),
          Optional.ofNullable(off));
    }

    public Spec version(int number) {
      return new Spec(
          titleId,
          requestId,
          number,
          run,
          phase,
          updatedAt,
          framesDone,
          published,
          publishAt,
          unpublishAt);
    }

    public Spec run(int number) {
      return new Spec(
          titleId,
          requestId,
          version,
          number,
          phase,
          updatedAt,
          framesDone,
          published,
          publishAt,
          unpublishAt);
    }

    public Spec request(String id) {
      return new Spec(
          titleId,
          id,
          version,
          run,
          phase,
          updatedAt,
          framesDone,
          published,
          publishAt,
          unpublishAt);
    }

    public Spec frames(long done) {
      return new Spec(
          titleId,
          requestId,
          version,
          run,
          phase,
          updatedAt,
          done,
          published,
          publishAt,
          unpublishAt);
    }

    public TitleStatus build() {
      return new TitleStatus(
          TitleStatus.SCHEMA,
          titleId,
          requestId,
          version,
          run,
          "news",
          "A title",
          "s3://in/a.mov",
          "default",
          Lane.STANDARD,
          titleId.startsWith("trial-") ? Map.of(Trials.OF, "film") : Map.of(),
          phase,
          0,
          updatedAt.toString(),
          updatedAt.toString(),
          List.of(),
          "",
          Optional.empty(),
          new TitleStatus.Progress(10, 0, 0, 1, framesDone, 0, 0, 0, -1),
          List.of(),
          Optional.empty(),
          published.map(
              n -> new Publication(n, "plan", "titles/t/index.m3u8", "titles/t/index.mpd")),
          publishAt,
          unpublishAt);
    }
  }

  public static Spec of(String titleId, Phase phase, Instant updatedAt) {
    return new Spec(
        titleId,
        "request",
        1,
        1,
        phase,
        updatedAt,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A list of titles. */
  public static TitleStatuses list(TitleStatus... statuses) {
    TitleStatuses list = new TitleStatuses();
    list.titles.addAll(List.of(statuses));
    return list;
  }

  public TitleStatuses incomplete() {
    complete = false;
    return this;
  }

  public void change(UnaryOperator<List<TitleStatus>> change) {
    List<TitleStatus> changed = change.apply(List.copyOf(titles));
    titles.clear();
    titles.addAll(changed);
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public List<TitleStatus> all() {
    return List.copyOf(titles);
  }

  @Override
  public Optional<TitleStatus> find(String titleId) {
    return titles.stream().filter(title -> title.titleId().equals(titleId)).findFirst();
  }
}
