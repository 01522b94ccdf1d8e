package dev.reelway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text dumps under {@code src/test/golden}; {@code -Dgolden=write} rewrites them and fails. */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/golden");

  private Golden() {}

  public static void assertMatches(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
      fail("wrote " + file + "; look at the difference, then run without -Dgolden=write");
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
