package dev.reelway.ingest.plan;

import java.util.List;
import java.util.Map;

/** A piece of a YAML document that knows where it stands. */
sealed interface YamlNode {

  /** Line from 1. */
  int line();

  /** Column from 1. */
  int column();

  /** What it is, for people: {@code 'abc'}, {@code a list} or {@code a group of fields}. */
  String found();

  /**
   * A word or number.
   *
   * @param text as written, without quotes
   */
  record Scalar(int line, int column, String text) implements YamlNode {
    @Override
    public String found() {
      return text.isEmpty() ? "nothing" : "'" + text + "'";
    }
  }

  /**
   * A list.
   *
   * @param items in order
   */
  record Sequence(int line, int column, List<YamlNode> items) implements YamlNode {
    @Override
    public String found() {
      return "a list";
    }
  }

  /**
   * Named fields.
   *
   * @param fields in the order of the file
   */
  record Mapping(int line, int column, Map<String, YamlNode> fields) implements YamlNode {
    @Override
    public String found() {
      return "a group of fields";
    }
  }
}
