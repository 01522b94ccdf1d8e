package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.command.ExitCodes;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/**
 * One command's talk with a server.
 *
 * @param api the server
 * @param out what the command prints
 * @param json whether it prints the server's answers as they are
 */
record Session(ApiClient api, PrintWriter out, boolean json) {

  /** Prints an answer, as it is or in the words of {@code text}; the command is done then. */
  int tell(ApiReply reply, Function<ApiReply, List<String>> text) {
    if (json) {
      out.println(reply.text().stripTrailing());
    } else {
      text.apply(reply).forEach(out::println);
    }
    out.flush();
    return ExitCodes.DONE;
  }

  /** As above with one sentence. */
  int tell(ApiReply reply, String sentence) {
    return json && reply.text().isBlank() ? ExitCodes.DONE : tell(reply, r -> List.of(sentence));
  }
}
