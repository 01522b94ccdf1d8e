package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Trials;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A page of the list of titles. The order is total (the id decides between equals) and the cursor
 * names the last title shown with its place, so a page never repeats or skips a title because
 * others came or went meanwhile.
 *
 * @param words all of which a title must have
 * @param phases one of which it must be in
 * @param trials whether it may, or must, be a trial
 * @param trialOf the title that it must be a trial of
 * @param sort the order
 * @param after where the page before ended
 * @param limit titles of a page
 */
record TitleQuery(
    List<String> words,
    Set<Phase> phases,
    Trial trials,
    Optional<String> trialOf,
    Sort sort,
    Optional<Cursor> after,
    int limit) {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 500;
  private static final int LONGEST_QUERY = 200;

  /** What of trials a list shows. */
  enum Trial {
    NONE,
    ALL,
    ONLY
  }

  /** An order; a minus means the latest or last first. */
  enum Sort {
    CREATED("created"),
    CREATED_LAST("-created"),
    UPDATED("updated"),
    UPDATED_LAST("-updated"),
    NAME("name"),
    NAME_LAST("-name");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /** The place of a title in this order, as a text that a cursor can carry. */
    String place(TitleStatus status) {
      return switch (this) {
        case CREATED, CREATED_LAST -> status.createdAt();
        case UPDATED, UPDATED_LAST -> status.updatedAt();
        case NAME, NAME_LAST -> status.name();
      };
    }

    Comparator<Cursor> order() {
      Comparator<Cursor> byPlace =
          this == NAME || this == NAME_LAST
              ? Comparator.comparing((Cursor c) -> c.place().toLowerCase(Locale.ROOT))
              : Comparator.comparing((Cursor c) -> instant(c.place()));
      Comparator<Cursor> order = byPlace.thenComparing(Cursor::titleId);
      return word.startsWith("-") ? order.reversed() : order;
    }
  }

  /**
   * @param titles of the page
   * @param next cursor of the following page
   * @param total of all pages
   */
  record Result(List<TitleStatus> titles, Optional<String> next, int total) {}

  static TitleQuery of(Call call) {
    Sort sort = call.query("sort").map(TitleQuery::sort).orElse(Sort.CREATED_LAST);
    String query = call.query("query").orElse("");
    if (query.length() > LONGEST_QUERY) {
      throw invalid("The parameter 'query' is too long; write at most 200 characters.");
    }
    List<String> words =
        Stream.of(query.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return new TitleQuery(
        words,
        call.query("phase").map(TitleQuery::phases).orElse(EnumSet.allOf(Phase.class)),
        call.query("trials").map(TitleQuery::trials).orElse(usualTrials(call)),
        call.query("trialOf"),
        sort,
        call.query("cursor").map(text -> Cursor.read(text, sort)),
        call.number("limit", USUAL_LIMIT, MOST_LIMIT));
  }

  Result run(List<TitleStatus> titles) {
    Comparator<TitleStatus> order =
        Comparator.comparing(status -> Cursor.of(status, sort), sort.order());
    List<TitleStatus> fitting = titles.stream().filter(this::fits).sorted(order).toList();
    List<TitleStatus> rest =
        fitting.stream()
            .filter(
                status ->
                    after
                        .map(end -> sort.order().compare(Cursor.of(status, sort), end) > 0)
                        .orElse(true))
            .toList();
    List<TitleStatus> page = rest.subList(0, Math.min(limit, rest.size()));
    boolean more = rest.size() > page.size();
    return new Result(
        page,
        more
            ? Optional.of(Cursor.of(page.get(page.size() - 1), sort).text(sort))
            : Optional.empty(),
        fitting.size());
  }

  /** When something was; texts of other versions that are no date come first. */
  static Instant instant(String at) {
    try {
      return Instant.parse(at);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private boolean fits(TitleStatus status) {
    return phases.contains(status.phase())
        && fits(Trials.of(status))
        && (words.isEmpty() || words.stream().allMatch(searchable(status)::contains));
  }

  private boolean fits(Optional<String> trialOfTitle) {
    boolean shown =
        switch (trials) {
          case NONE -> trialOfTitle.isEmpty();
          case ALL -> true;
          case ONLY -> trialOfTitle.isPresent();
        };
    return shown && (trialOf.isEmpty() || trialOf.equals(trialOfTitle));
  }

  // Who names a title wants its trials.
  private static Trial usualTrials(Call call) {
    return call.query("trialOf").isPresent() ? Trial.ONLY : Trial.NONE;
  }

  private static Trial trials(String word) {
    return Stream.of(Trial.values())
        .filter(trial -> trial.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> invalid("The parameter 'trials' is not usable; write none, all or only."));
  }

  private static String searchable(TitleStatus status) {
    String all =
        String.join(
            "\n",
            status.titleId(),
            status.name(),
            status.master(),
            status.fileName(),
            status.profileName(),
            String.join("\n", status.metadata().values()));
    return all.toLowerCase(Locale.ROOT);
  }

  private static Sort sort(String word) {
    return Stream.of(Sort.values())
        .filter(sort -> sort.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "The parameter 'sort' is not usable; write created, updated or name, with '-'"
                        + " before it for the last first."));
  }

  private static Set<Phase> phases(String list) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    for (String word : list.split(",", -1)) {
      phases.add(
          Stream.of(Phase.values())
              .filter(phase -> phase.name().equalsIgnoreCase(word.strip().replace('-', '_')))
              .findFirst()
              .orElseThrow(
                  () ->
                      invalid(
                          "The parameter 'phase' names no phase; write one or more of "
                              + List.of(Phase.values())
                              + ".")));
    }
    return phases;
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(ProblemKind.REQUEST_INVALID, detail);
  }
}
