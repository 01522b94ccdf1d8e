package dev.reelway.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(600)
class PlayCommandTest {

  private static final Pattern PAGE = Pattern.compile("http://\\S+/-/player/");

  @TempDir private Path folder;

  @Test
  void execute_titleFolder_servesUntilInterrupted() throws Exception {
    Served.write(folder.resolve("index.mpd"), "<MPD/>");
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new PlayCommand()).setOut(new PrintWriter(out, true));
    Thread viewer = new Thread(() -> command.execute(folder.toString(), "--port", "0"));
    viewer.start();

    URI page = awaitPage(out);
    try (var body = page.toURL().openStream()) {
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).contains("<video");
    }
    viewer.interrupt();
    viewer.join();
  }

  private static URI awaitPage(StringWriter out) throws InterruptedException {
    while (true) {
      Matcher matcher = PAGE.matcher(out.toString());
      if (matcher.find()) {
        return URI.create(matcher.group());
      }
      Thread.sleep(20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port=70000", "--port=-1", "--throttle=-5", "--port=x"})
  void execute_impossibleOption_isAUsageErrorThatNamesIt(String option) {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new PlayCommand()).setErr(new PrintWriter(err, true));

    int exitCode = command.execute(folder.toString(), option);

    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains(option.substring(0, option.indexOf('=')));
  }
}
