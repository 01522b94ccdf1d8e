package dev.reelway.conformance.place;

import dev.reelway.isobmff.read.ByteSource;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A package in a folder. */
public final class DirectoryPlace implements Place {
  private final Path folder;

  /** The {@code folder} exists. */
  public DirectoryPlace(Path folder) {
    this.folder = folder;
  }

  @Override
  public String address() {
    return folder.toString();
  }

  @Override
  public Optional<Resource> open(String path) {
    try {
      Path file = folder.resolve(path).normalize();
      return file.startsWith(folder.normalize()) && Files.isRegularFile(file)
          ? Optional.of(new FileResource(file))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<List<String>> list() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return Optional.of(files.filter(Files::isRegularFile).map(this::path).sorted().toList());
    }
  }

  private String path(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Opened for each read: a check may hold thousands of files. */
  private record FileResource(Path file) implements Resource {
    @Override
    public long sizeBytes() throws IOException {
      return Files.size(file);
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        return ByteSource.of(channel).read(offset, length);
      }
    }
  }
}
