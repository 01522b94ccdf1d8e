package dev.reelway.conformance.fault;

import dev.reelway.conformance.place.MapPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The package in {@code src/test/resources/package}: six seconds of FFmpeg's test picture with a
 * tone and two cues, in segments of two seconds. See the README there.
 */
final class SmallPackage {
  /** The manifest of {@link PlainList}. */
  static final String LIST = "list.plain";

  static final String AVC = "tracks/avc/";
  static final String SMALL = "tracks/small/";
  static final String HEVC = "tracks/hevc/";
  static final String AV1 = "tracks/av1/";
  static final String SOUND = "tracks/sound/";
  static final String TEXT = "tracks/text/";

  private static final Path FOLDER = Path.of("src/test/resources/package");
  private static final List<String> VIDEO = List.of(AVC, SMALL, HEVC, AV1);

  private SmallPackage() {}

  /** The CMAF tracks, with a list of them in place of manifests. */
  static MapPlace load() {
    MapPlace place = new MapPlace();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = FOLDER.relativize(file).toString().replace('\\', '/');
        if (path.endsWith(".mp4") || path.endsWith(".m4s")) {
          place.put(path, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StringBuilder list = new StringBuilder();
    VIDEO.forEach(track -> list.append(lines("VIDEO", track)));
    list.append(lines("AUDIO", SOUND)).append(lines("TEXT", TEXT));
    return place.put(LIST, list.toString());
  }

  /** The track that a file belongs to, without the others. */
  static MapPlace only(MapPlace whole, String path) {
    String track = path.substring(0, path.lastIndexOf('/') + 1);
    String kind = track.equals(SOUND) ? "AUDIO" : track.equals(TEXT) ? "TEXT" : "VIDEO";
    MapPlace place = new MapPlace();
    whole.files().forEach((file, bytes) -> put(place, track, file, bytes));
    return place.put(LIST, lines(kind, track));
  }

  private static void put(MapPlace place, String track, String file, byte[] bytes) {
    if (file.startsWith(track)) {
      place.put(file, bytes);
    }
  }

  static String init(String track) {
    return track + "init.mp4";
  }

  static String segment(String track, int number) {
    return track + "segment-0000" + number + ".m4s";
  }

  private static String lines(String kind, String track) {
    StringBuilder lines = new StringBuilder("track " + kind + " " + init(track) + "\n");
    for (int number = 1; number <= 3; number++) {
      lines.append("segment ").append(segment(track, number)).append("\n");
    }
    return lines.toString();
  }
}
