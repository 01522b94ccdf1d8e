package dev.reelway.cli.program;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an unfinished run has left in a title's folder, for masters and ladder of {@link Masters}.
 */
final class WorkFolder {

  private WorkFolder() {}

  /** Two rungs, fast forward, thumbnails and a poster. */
  private static final int RECORDS_OF_A_CHUNK = 5;

  /** Of four seconds in {@code 1/25000} s. */
  private static final long CHUNK_TICKS = 100_000;

  /**
   * Tasks all of whose tracks have a record, which is written last. Two chunks of which each has
   * half of its records are not one task.
   */
  static long finishedTasks(Path title) throws IOException {
    long sound = 0;
    Map<Long, Integer> recordsByChunk = new HashMap<>();
    for (Path record : chunkFiles(title, ".json")) {
      if (isSound(record)) {
        sound++;
      } else {
        recordsByChunk.merge(startTicks(part(record)) / CHUNK_TICKS, 1, Integer::sum);
      }
    }
    return sound
        + recordsByChunk.values().stream().filter(each -> each == RECORDS_OF_A_CHUNK).count();
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

  private static boolean isSound(Path record) throws IOException {
    return Files.readString(record).matches("(?s).*\"track\"\\s*:\\s*\"audio-.*");
  }

  private static Path part(Path record) {
    return record.resolveSibling(record.getFileName().toString().replace(".json", ".mp4"));
  }

  /** The first decode time, as the first {@code tfdt} box says it (ISO/IEC 14496-12, 8.8.12). */
  private static long startTicks(Path part) throws IOException {
    byte[] bytes = Files.readAllBytes(part);
    int type = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tfdt");
    ByteBuffer box = ByteBuffer.wrap(bytes, type + 4, 12);
    int version = box.getInt() >>> 24;
    return version == 1 ? box.getLong() : Integer.toUnsignedLong(box.getInt());
  }
}
