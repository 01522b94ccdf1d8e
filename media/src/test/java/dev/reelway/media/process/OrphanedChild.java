package dev.reelway.media.process;

import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.FileMaster;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A parent that starts a real child, tells its process id, and never answers it again. */
public final class OrphanedChild {

  private OrphanedChild() {}

  /** Scans the master that is the only argument. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ProcessMediaEngine engine =
        new ProcessMediaEngine(
            ChildCommand.ofThisProcess(new Sandbox(List.of(), "none")), ProcessLimits.DEFAULT);
    try (FileMaster file = new FileMaster(Path.of(arguments[0]))) {
      engine.scan(new Deaf(file));
    }
  }

  /** Answers until there is a child. */
  private record Deaf(FileMaster file) implements MasterBytes {

    @Override
    public long sizeBytes() throws IOException {
      return file.sizeBytes();
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
      var child = ProcessHandle.current().children().findFirst();
      if (child.isPresent()) {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
          out.write((child.get().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        while (true) {
          sleep();
        }
      }
      return file.read(position, target);
    }

    private static void sleep() throws IOException {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void close() {}
  }
}
