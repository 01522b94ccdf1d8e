package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.LocalTimes;
import dev.reelway.cli.client.title.Printable;
import java.util.ArrayList;
import java.util.List;

/** Fields of answers that only people look at. */
final class Answers {

  private static final String NOTHING = "-";

  private Answers() {}

  /** The elements of a list in the answer. */
  static List<JsonNode> items(ApiReply reply, String field) {
    return items(reply.tree(), field);
  }

  static List<JsonNode> items(JsonNode node, String field) {
    List<JsonNode> items = new ArrayList<>();
    node.path(field).forEach(items::add);
    return items;
  }

  /** A field as text; a dash if it is not there or empty. */
  static String text(JsonNode node, String field) {
    String text = node.path(field).asText("");
    return text.isBlank() ? NOTHING : Printable.text(text);
  }

  /** A field that holds an instant. */
  static String time(JsonNode node, String field) {
    String text = text(node, field);
    return text.equals(NOTHING) ? NOTHING : LocalTimes.here().text(text);
  }

  /** A field that holds a list of words. */
  static String words(JsonNode node, String field, String ifEmpty) {
    List<String> words = new ArrayList<>();
    node.path(field).forEach(word -> words.add(Printable.text(word.asText())));
    return words.isEmpty() ? ifEmpty : String.join(" ", words);
  }
}
