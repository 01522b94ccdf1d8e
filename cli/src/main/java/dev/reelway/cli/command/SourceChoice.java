package dev.reelway.cli.command;

import dev.reelway.contracts.master.Languages;
import dev.reelway.contracts.master.Sidecar;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TrackRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a person says about the master and the files beside it. */
public final class SourceChoice {

  @Option(
      names = "--tolerate-damage",
      description = "Bridge damaged stretches of the master instead of refusing it.")
  private boolean tolerateDamage;

  @Option(
      names = "--thorough",
      description = "Look at every picture of the master, however long that takes.")
  private boolean thorough;

  @Option(
      names = "--video-stream",
      paramLabel = "N",
      description = "The picture to use, by its stream number (default: the main one).")
  private Integer videoStream;

  @Option(
      names = "--stream",
      paramLabel = "N,KEY=VALUE…",
      converter = Numbered.class,
      description =
          "Say what a sound or text stream is, as in 2,language=de,role=commentary,name=Regie;"
              + " may be repeated.")
  private List<Tagged.Value> streams = new ArrayList<>();

  @Option(
      names = "--with",
      paramLabel = "FILE,KEY=VALUE…",
      converter = Tagged.class,
      description =
          "Add a sound or subtitle file, as in subs.srt,language=de,role=sdh; may be repeated.")
  private List<Tagged.Value> sidecars = new ArrayList<>();

  /** The choice; addresses and paths are as written. */
  public SourceOptions read() {
    return new SourceOptions(
        tolerateDamage,
        videoStream == null ? OptionalInt.empty() : OptionalInt.of(videoStream),
        streams.stream().map(Tagged.Value::tags).toList(),
        sidecars().toList(),
        thorough);
  }

  /** The files beside the master, as written. */
  public java.util.stream.Stream<Sidecar> sidecars() {
    return sidecars.stream().map(Tagged.Value::sidecar);
  }

  /** The fields for {@code POST /titles} but for the sidecars, whose files must be uploaded. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (tolerateDamage) {
      fields.put("tolerateDamage", true);
    }
    if (thorough) {
      fields.put("thorough", true);
    }
    if (videoStream != null) {
      fields.put("videoStream", videoStream);
    }
    if (!streams.isEmpty()) {
      fields.put("streams", streams.stream().map(Tagged.Value::fields).toList());
    }
    return fields;
  }

  /** Reads {@code N,language=…,role=…,name=…}. */
  static final class Numbered implements ITypeConverter<Tagged.Value> {
    @Override
    public Tagged.Value convert(String written) {
      Tagged.Value value = new Tagged().convert(written);
      if (!value.what().matches("[0-9]{1,4}")) {
        throw new TypeConversionException(
            "'" + value.what() + "' is no stream number; 'reelway inspect' shows them");
      }
      return value;
    }
  }

  /** Reads {@code WHAT,language=…,role=…,name=…}. */
  public static final class Tagged implements ITypeConverter<Tagged.Value> {

    private static final Set<String> KEYS = Set.of("language", "role", "name");

    /**
     * A thing with what is said about it.
     *
     * @param what a stream number, path or address
     * @param said language, role and name, where given
     */
    public record Value(String what, Map<String, String> said) {

      StreamTags tags() {
        return new StreamTags(stream(), language(), role(), name());
      }

      /** A file with this name. */
      public Sidecar sidecar() {
        return new Sidecar(what, "", language(), role(), name());
      }

      Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(said);
        fields.put("stream", stream());
        return fields;
      }

      private int stream() {
        return Integer.parseInt(what);
      }

      private Optional<String> language() {
        return Optional.ofNullable(said.get("language"));
      }

      private Optional<TrackRole> role() {
        return Optional.ofNullable(said.get("role")).map(TrackRole::parse);
      }

      private Optional<String> name() {
        return Optional.ofNullable(said.get("name"));
      }
    }

    @Override
    public Value convert(String written) {
      List<String> parts = new ArrayList<>(List.of(written.split(",", -1)));
      Map<String, String> said = new LinkedHashMap<>();
      // A file's name may hold commas, so only known keys at the end are taken off.
      for (int i = parts.size() - 1; i > 0; i--) {
        String[] pair = parts.get(i).split("=", 2);
        if (pair.length < 2 || !KEYS.contains(pair[0])) {
          break;
        }
        said.put(pair[0], pair[1]);
        parts.remove(i);
      }
      check(said);
      return new Value(String.join(",", parts), said);
    }

    private static void check(Map<String, String> said) {
      String language = said.getOrDefault("language", "und");
      if (!Languages.isTag(language)) {
        throw new TypeConversionException(
            "'" + language + "' is no language; write one such as de, pt-BR or deu");
      }
      String role = said.getOrDefault("role", TrackRole.MAIN.word());
      if (TrackRole.find(role).isEmpty()) {
        throw new TypeConversionException(
            "'" + role + "' is no role; write one of " + TrackRole.words());
      }
    }
  }
}
