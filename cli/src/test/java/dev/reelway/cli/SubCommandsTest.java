package dev.reelway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SubCommandsTest {

  private static CommandLine program(String... arguments) {
    return ReelwayMain.commandLine(CommandLine.defaultFactory(), arguments);
  }

  @Test
  void program_toldWhichCommand_knowsOnlyThat() {
    assertThat(program("status", "x").getSubcommands()).containsOnlyKeys("status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", "generate-completion", "stauts"})
  void program_toldNone_knowsAll(String first) {
    assertThat(program(first).getSubcommands().keySet())
        .containsExactlyElementsOf(SubCommands.NAMES);
  }

  @Test
  void commands_all_haveTheNameThatTheyAreFoundBy() {
    program()
        .getSubcommands()
        .forEach((name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
  }

  @Test
  void commands_all_explainThemselves() {
    for (CommandLine command : program().getSubcommands().values()) {
      assertThat(command.getUsageMessage()).contains("Usage: reelway " + command.getCommandName());
      assertThat(command.getCommandSpec().optionsMap()).containsKey("--help");
    }
  }

  @Test
  void commands_all_areInTheDocument() throws IOException {
    String document = Files.readString(Path.of("../docs/commands.md"));

    for (String name : SubCommands.NAMES) {
      if (!name.equals("generate-completion")) {
        assertThat(document).containsPattern("`(reelway )?" + name + "\\b");
      }
    }
  }
}
