package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A wish about one title that needs no more words. */
abstract class TitleAction implements Callable<Integer> {

  private final String verb;
  private final String sentence;

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  /**
   * @param verb as in the API
   * @param sentence what happens now, with {@code %s} for the title
   */
  TitleAction(String verb, String sentence) {
    this.verb = verb;
    this.sentence = sentence;
  }

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    ApiReply reply = session.api().post(ApiClient.path("titles", title, verb));
    return session.tell(reply, sentence.formatted(Printable.text(title)));
  }
}
