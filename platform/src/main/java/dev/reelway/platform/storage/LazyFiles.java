package dev.reelway.platform.storage;

import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SourceFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files of a title, each opened when it is first asked for. */
public final class LazyFiles implements SourceFiles {

  private final List<Place> places;
  private final MasterBytes[] opened;

  /**
   * Files that are not open yet.
   *
   * @param places the master, then the files beside it
   */
  public LazyFiles(List<Place> places) {
    this.places = List.copyOf(places);
    this.opened = new MasterBytes[places.size()];
  }

  /**
   * Where a file lies.
   *
   * @param name its own name, for people
   * @param opener opens it
   */
  public record Place(String name, Opener opener) {}

  /** Opens a file. */
  @FunctionalInterface
  public interface Opener {

    /** The file's bytes. */
    MasterBytes open() throws IOException;
  }

  @Override
  public int count() {
    return places.size();
  }

  @Override
  public String name(int number) {
    return places.get(number).name();
  }

  @Override
  public synchronized MasterBytes bytes(int number) throws IOException {
    if (opened[number] == null) {
      opened[number] = places.get(number).opener().open();
    }
    return opened[number];
  }

  @Override
  public synchronized void close() throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (MasterBytes bytes : opened) {
      try {
        if (bytes != null) {
          bytes.close();
        }
      } catch (IOException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }
}
