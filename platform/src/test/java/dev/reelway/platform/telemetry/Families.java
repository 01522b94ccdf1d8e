package dev.reelway.platform.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metric families, from a scrape and from the page: name → type and labels. */
final class Families {
  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\| ([\\w, ]*)\\| .+\\|");
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\w+) (\\w+)");
  private static final Pattern SAMPLE = Pattern.compile("(\\w+?)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"[^\"]*\"");

  private Families() {}

  static Map<String, String> documented(Path page) throws IOException {
    Map<String, String> families = new TreeMap<>();
    for (String line : Files.readAllLines(page)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        List<String> labels =
            Arrays.stream(row.group(3).split(","))
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        families.put(row.group(1), row.group(2) + new TreeSet<>(labels));
      }
    }
    return families;
  }

  static Map<String, String> scraped(String text) {
    Map<String, String> types = new TreeMap<>();
    Map<String, Set<String>> labels = new TreeMap<>();
    for (String line : text.lines().toList()) {
      Matcher type = TYPE.matcher(line);
      if (type.matches()) {
        types.put(type.group(1), type.group(2));
        labels.put(type.group(1), new TreeSet<>());
      } else if (!line.startsWith("#")) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
          throw new AssertionError("not a sample: " + line);
        }
        labels.get(family(sample.group(1), types)).addAll(labels(sample.group(2)));
      }
    }
    Map<String, String> families = new TreeMap<>();
    types.forEach((name, type) -> families.put(name, type + labels.get(name)));
    return families;
  }

  private static String family(String sample, Map<String, String> types) {
    return types.containsKey(sample) ? sample : sample.replaceAll("_(bucket|count|sum)$", "");
  }

  private static List<String> labels(String text) {
    List<String> names = new ArrayList<>();
    if (text != null) {
      Matcher label = LABEL.matcher(text);
      while (label.find()) {
        // Every histogram has it.
        if (!label.group(1).equals("le")) {
          names.add(label.group(1));
        }
      }
    }
    return names;
  }
}
