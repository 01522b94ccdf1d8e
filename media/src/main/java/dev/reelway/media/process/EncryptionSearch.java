package dev.reelway.media.process;

import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.TopLevelBox;
import dev.reelway.isobmff.read.TopLevelWalk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for common encryption (ISO/IEC 23001-7) in the tables of an MP4 or MOV, by box headers
 * alone:
 *
 * <pre>
 *  moov ─┬─ pssh                                     key system data
 *        └─ trak ─ mdia ─ minf ─ stbl ─ stsd ─ encv  sample entry of encrypted samples
 * </pre>
 */
final class EncryptionSearch {

  /** More than any real table has; a file with more is left to FFmpeg to refuse. */
  private static final int MOST_CHILDREN = 1000;

  private static final List<FourCc> WAY_TO_ENTRIES =
      List.of(
          FourCc.of("trak"),
          FourCc.of("mdia"),
          FourCc.of("minf"),
          FourCc.of("stbl"),
          FourCc.of("stsd"));

  private static final int VERSION_FLAGS_AND_COUNT = 8;
  private static final FourCc KEY_SYSTEM = FourCc.of("pssh");
  private static final Set<FourCc> ENCRYPTED_ENTRIES =
      Set.of(FourCc.of("encv"), FourCc.of("enca"), FourCc.of("enct"), FourCc.of("encs"));

  private final ByteSource source;

  private EncryptionSearch(ByteSource source) {
    this.source = source;
  }

  /** Whether {@code movie}, a moov box of {@code source}, describes encrypted samples. */
  static boolean finds(ByteSource source, TopLevelBox movie) throws IOException {
    EncryptionSearch search = new EncryptionSearch(source);
    List<Child> children = search.children(movie.payloadOffset(), movie.end());
    return children.stream().anyMatch(child -> child.type().equals(KEY_SYSTEM))
        || search.encryptedBelow(children, 0);
  }

  private record Child(FourCc type, long payload, long end) {}

  private boolean encryptedBelow(List<Child> children, int level) throws IOException {
    if (level == WAY_TO_ENTRIES.size()) {
      return children.stream().anyMatch(child -> ENCRYPTED_ENTRIES.contains(child.type()));
    }
    for (Child child : children) {
      if (child.type().equals(WAY_TO_ENTRIES.get(level))) {
        boolean entriesFollow = level == WAY_TO_ENTRIES.size() - 1;
        long from = child.payload() + (entriesFollow ? VERSION_FLAGS_AND_COUNT : 0);
        if (encryptedBelow(children(from, child.end()), level + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Child> children(long from, long end) throws IOException {
    List<Child> children = new ArrayList<>();
    TopLevelWalk walk = new TopLevelWalk(new Part(source, from, Math.max(0, end - from)));
    Optional<TopLevelBox> box = walk.next();
    while (box.isPresent() && children.size() < MOST_CHILDREN) {
      long payload = from + box.get().payloadOffset();
      children.add(new Child(box.get().type(), payload, from + box.get().end()));
      box = walk.next();
    }
    return children;
  }

  private record Part(ByteSource whole, long from, long sizeBytes) implements ByteSource {

    @Override
    public byte[] read(long offset, int length) throws IOException {
      return whole.read(from + offset, length);
    }
  }
}
