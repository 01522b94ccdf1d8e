package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import dev.reelway.cli.fleet.UpProgram;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Uploads in parts, straight to the store: what a second ingest process offers, as in a cluster.
 * All that goes to the store, of the browser and of that process, goes over a line that breaks.
 */
@ExtendWith(PortalExtension.class)
class MultipartUploadIT {

  /** More than two whole parts. */
  private static final int PADDING = 36 << 20;

  @Test
  void parts_lineBreaksAndPageIsReloaded_areSentOnce(Portal portal) throws Exception {
    Path master = padded(portal.folder().resolve("parts.mp4"));
    UpProgram up = portal.installation().up();
    try (BreakableLine store = BreakableLine.to(URI.create(up.store()));
        IngestNode node = IngestNode.start(up, store.uri())) {
      PortalWindow window = portal.openAt(node.api());
      window.signIn(portal.admin().key());
      window.open("/upload");
      window.choose(0, master);
      window.page().getByLabel("Ladder").first().selectOption("small");
      window.page().route("**/*partNumber=*", MultipartUploadIT::takeWithoutTag);
      window.press(window.button("Upload 1 file"));
      window.awaitText("STORE_ETAG_HIDDEN");
      window.page().unrouteAll();
      window.forgive("Refused to get unsafe header \"ETag\"");

      List<String> put = new CopyOnWriteArrayList<>();
      window.page().onResponse(answer -> noteStored(answer, put));
      store.breakAfter(20_000_000);
      window.press(window.button("Try again"));
      window.awaitText("Connection lost");

      store.swallowAfter(10_000_000);
      window.press(window.button("Try now"));
      portal.await("the line swallowed a part", store::hasSwallowed);
      window.page().reload();
      window.awaitText("Interrupted");
      window.choose(-1, master);
      window.awaitText("Waits for start");
      window.awaitText("What the file holds");
      assertThat(put).as("parts that were there").isNotEmpty().doesNotHaveDuplicates();
      window.press(window.button("Start"));
      window.awaitText("Published");
    }
  }

  /** As a bucket whose CORS rule exposes no header; nothing gets as far as the store. */
  private static void takeWithoutTag(Route part) {
    part.fulfill(new Route.FulfillOptions().setHeaders(Map.of("Access-Control-Allow-Origin", "*")));
  }

  private static void noteStored(Response answer, List<String> numbers) {
    boolean isPart = answer.request().method().equals("PUT") && answer.ok();
    if (isPart && answer.headers().containsKey("etag")) {
      numbers.add(answer.url().replaceAll(".*partNumber=(\\d+).*", "$1"));
    }
  }

  /** The tiny master with an empty box behind it. */
  private static Path padded(Path file) throws IOException {
    Files.copy(Portal.TINY, file);
    try (RandomAccessFile master = new RandomAccessFile(file.toFile(), "rw")) {
      master.seek(master.length());
      master.writeInt(PADDING);
      master.writeBytes("free");
      master.setLength(master.length() + PADDING - 8);
    }
    return file;
  }
}
