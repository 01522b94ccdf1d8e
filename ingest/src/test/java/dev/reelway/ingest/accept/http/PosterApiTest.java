package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Posters;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PosterApiTest {

  private static final String POSTER = "/api/v1/titles/t1/poster";
  private static final StorageLayout LAYOUT = StorageLayout.ofTitle("t1");

  private final ApiFixture api = ApiFixture.start();
  private final String editor = api.key("north", Role.EDITOR);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void put_jpegForAPublicTitle_isShownAndKept() throws IOException {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    byte[] picture = jpeg(320, 180);
    assertThat(api.put(editor, POSTER, picture).status()).isEqualTo(204);
    assertThat(object(LAYOUT.publicPosterKey())).hasValue(picture);
    assertThat(object(StorageLayout.chosenPosterKey("t1"))).hasValue(picture);
  }

  @Test
  void put_jpegForATitleInTheMaking_waitsForItsPublication() throws IOException {
    api.view.accept(Examples.title("t1", "north", Phase.ENCODING));
    assertThat(api.put(editor, POSTER, jpeg(320, 180)).status()).isEqualTo(204);
    assertThat(object(LAYOUT.publicPosterKey())).isEmpty();
    assertThat(object(StorageLayout.chosenPosterKey("t1"))).isPresent();
  }

  @Test
  void put_whatIsNoUsablePicture_isRefused() {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    assertThat(api.put(editor, POSTER, page).status()).isEqualTo(400);
    assertThat(api.put(editor, POSTER, new byte[Posters.MOST_BYTES + 1]).status()).isEqualTo(413);
    assertThat(object(LAYOUT.publicPosterKey())).isEmpty();
  }

  @Test
  void delete_chosenPoster_showsTheVersionsOwn() throws IOException {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    byte[] own = jpeg(64, 36);
    int shown = api.view.title("t1").orElseThrow().published().orElseThrow().version();
    String key = LAYOUT.versionPosterKey(shown);
    api.store.put(key, ObjectBody.ofBytes(own), PutOptions.forKey(key));
    api.put(editor, POSTER, jpeg(320, 180));
    assertThat(api.delete(editor, POSTER).status()).isEqualTo(204);
    assertThat(object(LAYOUT.publicPosterKey())).hasValue(own);
    assertThat(object(StorageLayout.chosenPosterKey("t1"))).isEmpty();
  }

  private Optional<byte[]> object(String key) {
    return api.store.get(key).map(StoredObject::readAllBytes);
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }
}
