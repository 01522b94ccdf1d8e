package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFoldersTest {

  @TempDir Path root;

  @Test
  void with_workFails_removesTheFolder() {
    ReelwayException failure = new ReelwayException(FailureKind.MASTER_DAMAGED, "It is broken.");

    assertThatThrownBy(
            () ->
                new ScratchFolders(root)
                    .with(
                        "chunk-1",
                        folder -> {
                          write(folder.resolve("part.mp4"));
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(root).isEmptyDirectory();
  }

  @Test
  void with_folderCannotBeRemovedAfterAFailure_theFailureIsWhatCounts() {
    ReelwayException failure = new ReelwayException(FailureKind.MASTER_DAMAGED, "It is broken.");

    assertThatThrownBy(
            () ->
                new ScratchFolders(root)
                    .with(
                        "chunk-1",
                        folder -> {
                          delete(folder);
                          throw failure;
                        }))
        .isSameAs(failure)
        .hasSuppressedException(failure.getSuppressed()[0]);
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "half of a part");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
