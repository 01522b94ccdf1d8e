package dev.reelway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that was looked at once and must not change unseen; {@code -Dgolden=write} renews it. */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Compares {@code actual} with the golden at {@code path}. */
  public static void check(String path, String actual) throws IOException {
    Path golden = FOLDER.resolve(path);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, actual);
      fail("wrote " + golden + "; read it, then run without -Dgolden=write");
    }
    assertThat(golden).exists();
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
