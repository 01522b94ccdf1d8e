package dev.reelway.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;

/**
 * JSON of the nouns. The same value always gives the same bytes: fields in the order of the record,
 * map entries by key, {@code \n} at line ends on every system. Absent optionals are left out.
 * Unknown fields are ignored on reading, so that an older program can read what a newer one wrote;
 * missing numbers are an error, never 0.
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private static final ObjectWriter PRETTY =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /** One line, for messages. */
  public static byte[] write(Object value) {
    return write(MAPPER.writer(), value);
  }

  /** Indented, for files that people may read. */
  public static byte[] writePretty(Object value) {
    return write(PRETTY, value);
  }

  /**
   * Reads what {@link #write} or {@link #writePretty} wrote.
   *
   * @param what names the text in the failure, such as an object key
   * @throws ReelwayException {@code INVARIANT_BROKEN} if it is not the JSON of a {@code type}
   */
  public static <T> T read(byte[] json, Class<T> type, String what) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN,
          what + " is not a valid " + type.getSimpleName() + ": " + e.getMessage(),
          e);
    }
  }

  private static byte[] write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN,
          "Could not write a " + value.getClass().getSimpleName() + " as JSON.",
          e);
    }
  }
}
