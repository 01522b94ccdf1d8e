package dev.reelway.cli.client;

import dev.reelway.cli.client.title.LocalTimes;
import dev.reelway.cli.command.SourceChoice;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.master.Sidecar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a submitter wants of a title. */
final class TitleOptions {

  private static final String MANUAL = "manual";

  @ArgGroup private LadderOptions ladder;

  @Option(
      names = "--priority",
      paramLabel = "LANE",
      converter = LaneNames.class,
      description = "How urgent: express, standard or bulk (default: standard).")
  private Lane lane;

  @Option(names = "--name", description = "Name for people (default: the master's file name).")
  private String name;

  @Option(
      names = "--id",
      description = "The title's id: a-z, 0-9 and - (default: follows from the master).")
  private String id;

  @Option(names = "--await-start", description = "Plan, then wait for 'reelway start'.")
  private boolean awaitStart;

  @Option(names = "--hold-publish", description = "Make it, then wait for 'reelway publish'.")
  private boolean holdPublish;

  @Option(
      names = "--publish-at",
      paramLabel = "TIME",
      description =
          "When it becomes public, as 2026-01-31T20:00; local time unless it says +01:00.")
  private String publishAt;

  @Option(names = "--unpublish-at", paramLabel = "TIME", description = "When it is taken off.")
  private String unpublishAt;

  @Mixin private SourceChoice sources;

  @Option(
      names = "--meta",
      paramLabel = "KEY=VALUE",
      description = "Anything to keep with the title, such as an id elsewhere; may be repeated.")
  private Map<String, String> metadata = new LinkedHashMap<>();

  /** The fields for {@code POST /titles}; what was not chosen is left to the server. */
  Map<String, Object> fields() {
    Map<String, Object> title = new LinkedHashMap<>();
    put(title, "id", id);
    put(title, "name", name);
    if (ladder != null) {
      ladder.addTo(title);
    }
    put(title, "priority", lane == null ? null : lane.label());
    put(title, "start", awaitStart ? MANUAL : null);
    put(title, "publish", holdPublish ? MANUAL : null);
    put(title, "publishAt", instant("--publish-at", publishAt));
    put(title, "unpublishAt", instant("--unpublish-at", unpublishAt));
    sources.fields().forEach((field, value) -> put(title, field, value));
    put(title, "metadata", metadata.isEmpty() ? null : metadata);
    return title;
  }

  /** The files beside the master, as written. */
  List<Sidecar> sidecars() {
    return sources.sidecars().toList();
  }

  private static void put(Map<String, Object> title, String field, Object value) {
    if (value != null) {
      title.put(field, value);
    }
  }

  private static String instant(String option, String written) {
    return written == null ? null : LocalTimes.here().instant(option, written);
  }

  /** Reads a lane as people write it. */
  static final class LaneNames implements ITypeConverter<Lane> {
    @Override
    public Lane convert(String written) {
      return Arrays.stream(Lane.values())
          .filter(lane -> lane.label().equals(written.toLowerCase(Locale.ROOT)))
          .findAny()
          .orElseThrow(() -> new TypeConversionException("write express, standard or bulk"));
    }
  }
}
