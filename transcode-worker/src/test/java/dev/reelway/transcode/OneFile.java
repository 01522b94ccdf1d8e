package dev.reelway.transcode;

import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.media.FileMaster;
import java.io.IOException;
import java.nio.file.Path;

/** A master without files beside it. */
public final class OneFile implements SourceFiles {

  private final Path path;
  private final FileMaster bytes;

  /** The master at {@code path}. */
  public OneFile(Path path) throws IOException {
    this.path = path;
    this.bytes = new FileMaster(path);
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public String name(int number) {
    return path.getFileName().toString();
  }

  @Override
  public MasterBytes bytes(int number) {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
