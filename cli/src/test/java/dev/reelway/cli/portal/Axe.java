package dev.reelway.cli.portal;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Deque's axe-core, which finds what keeps people with disabilities from using a page. */
final class Axe {

  /** The portal's build installs it. */
  private static final Path SCRIPT =
      Path.of("..", "portal", "node_modules", "axe-core", "axe.min.js");

  private static final String RUN =
      """
      async () => {
        const {violations} = await axe.run(document, {resultTypes: ['violations']});
        return violations
            .filter(({impact}) => impact === 'serious' || impact === 'critical')
            .flatMap(({id, help, nodes}) => nodes.map(({target}) => `${id} (${help}): ${target.join(' ')}`));
      }
      """;

  private Axe() {}

  /** What is serious or critical on the page as it stands: the rule and the element. */
  @SuppressWarnings("unchecked") // the script answers with a list of words
  static List<String> findings(Page page) {
    if (!(boolean) page.evaluate("'axe' in window")) {
      page.evaluate(script());
    }
    return (List<String>) page.evaluate(RUN);
  }

  private static String script() {
    try {
      return Files.readString(SCRIPT) + "\n;undefined";
    } catch (IOException e) {
      throw new UncheckedIOException("Run 'npm ci' in portal/, which brings axe-core.", e);
    }
  }
}
