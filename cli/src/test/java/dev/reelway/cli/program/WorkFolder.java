package dev.reelway.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an unfinished run has left in a title's folder, for masters and ladder of {@link Masters}.
 */
final class WorkFolder {

  private WorkFolder() {}

  /** Tasks all of whose tracks have a record, which is written last. */
  static long finishedTasks(Path title) throws IOException {
    Map<String, Long> recordsByTrack =
        chunkFiles(title, ".json").stream()
            .map(WorkFolder::track)
            .collect(Collectors.groupingBy(track -> track, Collectors.counting()));
    long sound = recordsByTrack.getOrDefault("audio-und", 0L);
    long large = recordsByTrack.getOrDefault("video-180p", 0L);
    long small = recordsByTrack.getOrDefault("video-96p", 0L);
    return sound + Math.min(large, small);
  }

  /** Files of encoded chunks, or their records, by the ending of their names. */
  static List<Path> chunkFiles(Path title, String ending) throws IOException {
    Path chunks = title.resolve(".reelway/work/chunks");
    if (!Files.isDirectory(chunks)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(chunks)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static String track(Path record) {
    try {
      return Files.readString(record)
          .replaceAll("(?s).*\"track\"\\s*:\\s*\"([a-z]+-[a-z0-9]+)-.*", "$1");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
