package dev.reelway.ingest.accept;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Languages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long and of what the texts of a submission may be. */
public final class FormRules {

  /** How names of metadata begin that are ours to write. */
  static final String RESERVED = "reelway.";

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SOURCE = 2_000;
  private static final int LONGEST_LADDER = 100_000;
  private static final int LONGEST_ETAG = 200;
  private static final int MOST_METADATA = 50;
  private static final int MOST_TRACKS = 100;
  private static final int LONGEST_METADATA_NAME = 64;
  private static final int LONGEST_METADATA_VALUE = 1_000;

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  private FormRules() {}

  /** Checks everything that can be told from the form alone. */
  static void check(SubmitForm form) {
    form.id().ifPresent(FormRules::checkId);
    form.name().ifPresent(name -> checkText("name", name, LONGEST_NAME));
    form.source().ifPresent(source -> checkSource("source", source));
    form.etag().ifPresent(etag -> checkText("etag", etag, LONGEST_ETAG));
    form.profile().ifPresent(name -> checkWord("profile", name));
    form.tenant().ifPresent(name -> checkWord("tenant", name));
    form.ladder().ifPresent(yaml -> checkLength("ladder", yaml, LONGEST_LADDER));
    form.metadata().ifPresent(FormRules::checkMetadata);
    form.streams().ifPresent(FormRules::checkStreams);
    form.sidecars().ifPresent(FormRules::checkSidecars);
    form.videoStream().ifPresent(stream -> checkStream("videoStream", stream));
    checkDates(form);
    if (form.profile().isPresent() && form.ladder().isPresent()) {
      throw invalid("A submission has a profile or a ladder; leave one of them out.");
    }
  }

  /** A title's id. */
  static void checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw invalid(
          "The id '%s' is not usable; write 1 to 64 of a-z, 0-9 and '-'."
              .formatted(StrictJson.shortened(id)));
    }
  }

  /** Whether a title may have this id; anything else never reaches storage. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** The name of a profile or tenant, which becomes part of object keys. */
  public static void checkWord(String field, String word) {
    if (!WORD.matcher(word).matches()) {
      throw invalid(
          "The %s '%s' is not usable; write 1 to 64 of a-z, 0-9, '-' and '_', a letter or digit first."
              .formatted(field, StrictJson.shortened(word)));
    }
  }

  /** Text for people. */
  public static void checkText(String field, String text, int longest) {
    checkLength(field, text, longest);
    if (text.isBlank()) {
      throw invalid("The field '" + field + "' is empty; leave it out or write something.");
    }
    if (text.codePoints().anyMatch(FormRules::isUnfit)) {
      throw invalid("The field '" + field + "' has control characters; write plain text.");
    }
  }

  /** The instant that a date of a form means. */
  public static Instant instant(String field, String written) {
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      throw invalid(
          "The field '%s' is '%s'; write a date with a time and zone, such as 2026-03-01T20:15:00Z."
              .formatted(field, StrictJson.shortened(written)));
    }
  }

  private static void checkStreams(List<StreamForm> streams) {
    checkCount("streams", streams.size());
    for (int i = 0; i < streams.size(); i++) {
      StreamForm stream = streams.get(i);
      checkStream("streams[" + i + "].stream", stream.stream());
      checkTags("streams[" + i + "]", stream.language(), stream.name());
    }
  }

  private static void checkSidecars(List<SidecarForm> sidecars) {
    checkCount("sidecars", sidecars.size());
    for (int i = 0; i < sidecars.size(); i++) {
      SidecarForm sidecar = sidecars.get(i);
      String field = "sidecars[" + i + "]";
      if (sidecar.source() == null) {
        throw invalid("The field '" + field + ".source' is missing; name the file.");
      }
      checkSource(field + ".source", sidecar.source());
      checkTags(field, sidecar.language(), sidecar.name());
    }
  }

  /** How many streams or files a submission may name. */
  static void checkCount(String field, int count) {
    if (count > MOST_TRACKS) {
      throw invalid(
          "The field '%s' has %d entries; write at most %d.".formatted(field, count, MOST_TRACKS));
    }
  }

  private static void checkStream(String field, int stream) {
    if (stream < 0) {
      throw invalid("The field '" + field + "' is negative; streams are counted from 0.");
    }
  }

  private static void checkTags(String field, Optional<String> language, Optional<String> name) {
    language.ifPresent(tag -> checkLanguage(field + ".language", tag));
    name.ifPresent(text -> checkText(field + ".name", text, LONGEST_NAME));
  }

  private static void checkLanguage(String field, String tag) {
    if (!Languages.isTag(tag)) {
      throw invalid(
          "The field '%s' is '%s'; write a language such as de, pt-BR or deu."
              .formatted(field, StrictJson.shortened(tag)));
    }
  }

  private static void checkDates(SubmitForm form) {
    Optional<Instant> on = form.publishAt().map(at -> instant("publishAt", at));
    Optional<Instant> off = form.unpublishAt().map(at -> instant("unpublishAt", at));
    if (on.isPresent() && off.isPresent() && !on.get().isBefore(off.get())) {
      throw invalid("The field 'unpublishAt' is not after 'publishAt'; write a later date.");
    }
  }

  private static void checkSource(String field, String source) {
    checkText(field, source, LONGEST_SOURCE);
    boolean known = source.startsWith("s3://") || source.startsWith("file:///");
    if (!known) {
      throw invalid(
          "The source '%s' is not usable; write s3://bucket/key or file:///path."
              .formatted(StrictJson.shortened(source)));
    }
    String path = source.substring(source.indexOf("//") + 2);
    for (String part : path.split("/", -1)) {
      if (part.equals("..") || part.equals(".")) {
        throw invalid("The source has '" + part + "' in its path; write the address itself.");
      }
    }
    if (source.startsWith("s3://") && !path.matches("[a-z0-9][a-z0-9.-]{1,62}/.+")) {
      throw invalid("The source names no bucket or no key; write s3://bucket/key.");
    }
  }

  /** How many entries of metadata a title may have. */
  static void checkMetadataCount(Map<String, String> metadata) {
    if (metadata.size() > MOST_METADATA) {
      throw invalid(
          "metadata has %d entries; write at most %d.".formatted(metadata.size(), MOST_METADATA));
    }
  }

  /** The name of an entry of metadata that a submitter may write. */
  static void checkMetadataName(String name) {
    checkText("metadata", name, LONGEST_METADATA_NAME);
    if (name.startsWith(RESERVED)) {
      throw invalid("Names of metadata that begin with 'reelway.' are reserved.");
    }
  }

  private static void checkMetadata(Map<String, String> metadata) {
    checkMetadataCount(metadata);
    metadata.forEach(
        (name, value) -> {
          checkMetadataName(name);
          checkLength("metadata." + StrictJson.shortened(name), value, LONGEST_METADATA_VALUE);
          if (value.codePoints().anyMatch(FormRules::isUnfit)) {
            throw invalid("The metadata have control characters; write plain text.");
          }
        });
  }

  private static void checkLength(String field, String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      throw invalid(
          "The field '%s' is too long; write at most %d characters.".formatted(field, longest));
    }
  }

  private static boolean isUnfit(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isISOControl(codePoint)
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  static ReelwayException invalid(String message) {
    return new ReelwayException(FailureKind.REQUEST_INVALID, message);
  }
}
