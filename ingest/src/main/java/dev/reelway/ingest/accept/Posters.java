package dev.reelway.ingest.accept;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Pictures that people choose to stand for their titles, in place of the one that the rule found.
 */
public final class Posters {

  /** The largest picture that is taken, bytes. */
  public static final int MOST_BYTES = 4 << 20;

  private static final int MOST_PIXELS_ACROSS = 8192;

  private final ObjectStore store;

  /** Posters of titles in {@code store}. */
  public Posters(ObjectStore store) {
    this.store = store;
  }

  /**
   * Makes a JPEG picture the poster of a title, for all versions to come; at once if it is public.
   *
   * @throws ReelwayException {@code REQUEST_INVALID} if it is no JPEG or absurdly large
   */
  public void choose(TitleStatus title, byte[] jpeg) {
    requireJpeg(jpeg);
    put(StorageLayout.chosenPosterKey(title.titleId()), jpeg, "");
    title.published().ifPresent(shown -> show(title, jpeg));
  }

  /** Goes back to the picture that the rule found. */
  public void forget(TitleStatus title) {
    store.delete(StorageLayout.chosenPosterKey(title.titleId()));
    title
        .published()
        .flatMap(shown -> find(layout(title).versionPosterKey(shown.version())))
        .ifPresent(jpeg -> show(title, jpeg));
  }

  private void show(TitleStatus title, byte[] jpeg) {
    put(layout(title).publicPosterKey(), jpeg, PutOptions.BRIEFLY);
  }

  private void put(String key, byte[] jpeg, String caching) {
    store.put(key, ObjectBody.ofBytes(jpeg), PutOptions.forKey(key).cached(caching));
  }

  private Optional<byte[]> find(String key) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(object.readAllBytes());
    }
  }

  private static StorageLayout layout(TitleStatus title) {
    return StorageLayout.ofTitle(title.titleId());
  }

  private static void requireJpeg(byte[] bytes) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    ImageReader reader = readers.next(); // part of every Java
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, true, true);
      int across = Math.max(reader.getWidth(0), reader.getHeight(0));
      if (across > MOST_PIXELS_ACROSS) {
        throw refused("is %d pixels across; at most %d".formatted(across, MOST_PIXELS_ACROSS));
      }
    } catch (IOException e) {
      throw refused("is no JPEG file");
    } finally {
      reader.dispose();
    }
  }

  private static ReelwayException refused(String fault) {
    return new ReelwayException(FailureKind.REQUEST_INVALID, "The poster " + fault + ".");
  }
}
