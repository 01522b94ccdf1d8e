package dev.reelway.isobmff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file in the sources; {@code -Dgolden=write} rewrites it and fails. */
public final class Golden {
  private static final Path ROOT = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Asserts that {@code actual} is the content of the golden file. */
  public static void assertMatches(String name, String actual) throws IOException {
    Path file = ROOT.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
      fail("golden file written: " + file);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
