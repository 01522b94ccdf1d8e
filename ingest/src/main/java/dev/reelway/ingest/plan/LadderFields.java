package dev.reelway.ingest.plan;

import dev.reelway.contracts.time.Rational;
import dev.reelway.platform.config.Nearest;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One group of fields of a ladder file, read with limits; every complaint names the place. */
final class LadderFields {

  private final LadderErrors errors;
  private final String path;
  private final YamlNode.Mapping mapping;

  /** What unknown fields seem to mean: not told as missing, too. */
  private final Set<String> misspelt = new HashSet<>();

  private LadderFields(LadderErrors errors, String path, YamlNode.Mapping mapping) {
    this.errors = errors;
    this.path = path;
    this.mapping = mapping;
  }

  /** Refuses anything but a group whose fields all are {@code known}. */
  static LadderFields of(LadderErrors errors, String path, YamlNode node, String... known) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      String name = path.isEmpty() ? "the ladder" : path;
      throw errors.field(node, name, "it must be a group of fields: " + String.join(", ", known));
    }
    LadderFields fields = new LadderFields(errors, path, mapping);
    fields.noteUnknown(new LinkedHashSet<>(List.of(known)));
    return fields;
  }

  private void noteUnknown(Set<String> known) {
    for (Map.Entry<String, YamlNode> field : mapping.fields().entrySet()) {
      if (!known.contains(field.getKey())) {
        String nearest = Nearest.word(field.getKey(), known);
        String wrong = path(field.getKey());
        errors.name(
            field.getValue(),
            wrong,
            "there is no field '%s'; did you mean '%s'?".formatted(wrong, nearest));
        misspelt.add(nearest);
      }
    }
  }

  Optional<YamlNode> node(String name) {
    return Optional.ofNullable(mapping.fields().get(name));
  }

  String path(String name) {
    return pathOf(path, name);
  }

  String text(String name, String otherwise) {
    return errors.or(otherwise, () -> written(name, otherwise));
  }

  private String written(String name, String otherwise) {
    return node(name).map(node -> scalar(name, node)).orElse(otherwise);
  }

  /** One of {@code words}. */
  String word(String name, List<String> words, String otherwise) {
    return errors.or(
        otherwise,
        () -> {
          String text = written(name, otherwise);
          if (!words.contains(text)) {
            throw wrong(name, "did you mean '" + Nearest.word(text, words) + "'?");
          }
          return text;
        });
  }

  /** A number or fraction from {@code least} to {@code most}. */
  Rational number(String name, Rational least, Rational most, Optional<Rational> otherwise) {
    return limited(
        name,
        new Limits(least, most, LadderNumber::number, Rational::toString, "a number such as 2.5"),
        otherwise);
  }

  /** A whole number from {@code least} to {@code most}. */
  int whole(String name, int least, int most, Optional<Integer> otherwise) {
    Rational value =
        limited(
            name,
            new Limits(
                Rational.of(least),
                Rational.of(most),
                text -> LadderNumber.number(text).filter(number -> number.denominator() == 1),
                Rational::toString,
                "a whole number"),
            otherwise.map(Rational::of));
    return Math.toIntExact(value.numerator());
  }

  /** Bits per second from {@code least} to {@code most}. */
  long bitrate(String name, long least, long most, Optional<Long> otherwise) {
    return limited(
            name,
            new Limits(
                Rational.of(least),
                Rational.of(most),
                LadderNumber::bitrate,
                LadderNumber::bitrateText,
                "bits per second such as 3500k, 3.5M or 3500000"),
            otherwise.map(Rational::of))
        .round();
  }

  /** Notes that field {@code name} does not do. */
  void complain(String name, String remedy) {
    wrong(name, remedy);
  }

  /** That field {@code name} does not do; noted already. */
  private LadderErrors.BadLadder wrong(String name, String remedy) {
    return errors.field(node(name).orElse(mapping), path(name), remedy);
  }

  private record Limits(
      Rational least,
      Rational most,
      Function<String, Optional<Rational>> parse,
      Function<Rational, String> print,
      String form) {}

  private Rational limited(String name, Limits limits, Optional<Rational> otherwise) {
    Optional<YamlNode> node = node(name);
    if (node.isEmpty()) {
      if (otherwise.isEmpty() && !misspelt.contains(name)) {
        errors.name(mapping, path(name), "the field '%s' is missing".formatted(path(name)));
      }
      return otherwise.orElse(limits.most());
    }
    return errors.or(limits.most(), () -> limited(name, node.get(), limits));
  }

  private Rational limited(String name, YamlNode node, Limits limits) {
    Rational value =
        limits
            .parse()
            .apply(scalar(name, node))
            .orElseThrow(() -> wrong(name, "write " + limits.form()));
    boolean low = value.compareTo(limits.least()) < 0;
    if (low || value.compareTo(limits.most()) > 0) {
      throw wrong(
          name,
          "the %s value is %s"
              .formatted(
                  low ? "smallest" : "largest",
                  limits.print().apply(low ? limits.least() : limits.most())));
    }
    return value;
  }

  private String scalar(String name, YamlNode node) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      throw wrong(name, "write a single value");
    }
    return scalar.text().strip();
  }

  private static String pathOf(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
