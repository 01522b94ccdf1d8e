package dev.reelway.ingest.accept;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.config.Nearest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads JSON that strangers wrote: nothing is guessed, converted or ignored, and every error names
 * the field and what would do. What our own programs wrote is read by {@code platform.json.Json},
 * which forgives unknown fields.
 */
public final class StrictJson {

  private static final int MOST_DEPTH = 20;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_NUMBER = 40;
  private static final int SHOWN = 40;

  private static final ObjectMapper MAPPER = mapper();

  private StrictJson() {}

  /**
   * Reads a form.
   *
   * @param what names the text in errors, such as "The body"
   * @throws ReelwayException {@code REQUEST_INVALID} with the field and the remedy
   */
  public static <T> T read(byte[] json, Class<T> type, String what) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw invalid(what + " is null; write a JSON object.");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw invalid(unknown(e));
    } catch (InvalidFormatException e) {
      throw invalid(format(what, e));
    } catch (MismatchedInputException e) {
      throw invalid(mismatch(what, e));
    } catch (JsonMappingException e) {
      throw invalid(path(e).map(p -> "The field '" + p + "'").orElse(what) + " cannot be used.");
    } catch (JsonProcessingException e) {
      throw invalid(syntax(what, e));
    } catch (IOException e) {
      throw new ReelwayException(FailureKind.REQUEST_INVALID, what + " cannot be read.", e);
    }
  }

  private static String unknown(UnrecognizedPropertyException e) {
    List<String> known = e.getKnownPropertyIds().stream().map(Object::toString).toList();
    String hint =
        known.isEmpty()
            ? "leave it out."
            : "did you mean '" + Nearest.word(shortened(e.getPropertyName()), known) + "'?";
    return "The field '" + shortened(path(e).orElse("")) + "' is unknown; " + hint;
  }

  private static String format(String what, InvalidFormatException e) {
    String place = path(e).map(p -> "The field '" + p + "'").orElse(what);
    if (e.getTargetType().isEnum()) {
      return place + " is '" + shortened(String.valueOf(e.getValue())) + "'; write " + words(e);
    }
    return place + " has the wrong form; write " + wanted(e.getTargetType()) + ".";
  }

  private static String words(InvalidFormatException e) {
    return Stream.of(e.getTargetType().getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("', '", "one of '", "'"))
        + ".";
  }

  private static String mismatch(String what, MismatchedInputException e) {
    Optional<String> path = path(e);
    if (path.isEmpty() && e.getLocation() != null && e.getLocation().getCharOffset() == 0) {
      return what + " is empty; write a JSON object.";
    }
    String place = path.map(p -> "The field '" + shortened(p) + "'").orElse(what);
    return place + " has the wrong form; write " + wanted(e.getTargetType()) + ".";
  }

  private static String wanted(Class<?> type) {
    if (type == null || type.isRecord()) {
      return "a JSON object";
    } else if (type == String.class) {
      return "a text in quotes";
    } else if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    } else if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a whole number";
    } else if (List.class.isAssignableFrom(type)) {
      return "a list";
    } else if (type.isEnum()) {
      return "one of its words in quotes";
    }
    return "a JSON object";
  }

  private static String syntax(String what, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place =
        at == null || at.getLineNr() < 1
            ? ""
            : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    return what + " is not valid JSON" + place + ".";
  }

  private static Optional<String> path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : e.getPath()) {
      if (reference.getFieldName() == null) {
        path.append('[').append(Math.max(reference.getIndex(), 0)).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(shortened(path.toString()));
  }

  /** The same without control characters. */
  static String plain(String written) {
    return written.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }

  /** What a stranger wrote, fit to be shown: short and without control characters. */
  static String shortened(String written) {
    String plain = plain(written);
    return plain.codePointCount(0, plain.length()) <= SHOWN
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
  }

  private static ReelwayException invalid(String message) {
    return new ReelwayException(FailureKind.REQUEST_INVALID, message);
  }

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MOST_DEPTH)
                .maxStringLength(LONGEST_TEXT)
                .maxNumberLength(LONGEST_NUMBER)
                .build());
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    mapper
        .coercionConfigFor(LogicalType.Enum)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    return mapper;
  }
}
