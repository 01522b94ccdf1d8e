package dev.reelway.conformance.delivery;

import dev.reelway.conformance.model.Renditions;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.conformance.track.Fetcher;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fetches the bytes of a package and notes what is missing, left over or badly served. */
public final class Delivery implements Fetcher {
  private static final int MAX_BYTES = 1 << 29;

  private final Place place;
  private final Findings findings;
  private final HeaderRules headers;
  private final Set<String> served = new HashSet<>();
  private long bytes;

  /** Notes what it finds. */
  public Delivery(Place place, Findings findings) {
    this.place = place;
    this.findings = findings;
    this.headers = new HeaderRules(findings, place.isWebServer());
  }

  /** Returns how many bytes were fetched. */
  public long bytes() {
    return bytes;
  }

  @Override
  public Optional<byte[]> fetch(Location location, Where where) throws IOException {
    Optional<Resource> resource = open(location.path(), where);
    if (resource.isEmpty()) {
      return Optional.empty();
    }
    long size = resource.get().sizeBytes();
    long offset = location.range().map(range -> range.offset()).orElse(0L);
    long length = location.range().map(range -> range.length()).orElse(size);
    if (offset + length > size || length > MAX_BYTES) {
      findings.add(
          DeliveryRule.DELIVERY_RANGE_EXISTS,
          where,
          length + " bytes from " + offset,
          "a file of " + size + " bytes");
      return Optional.empty();
    }
    bytes += length;
    return Optional.of(resource.get().read(offset, (int) length));
  }

  /** Looks whether a file is there and how it is served, once for each. */
  public void look(String path) throws IOException {
    open(path, Where.file(path));
  }

  private Optional<Resource> open(String path, Where where) throws IOException {
    Optional<Resource> resource = place.open(path);
    if (served.add(path)) {
      if (resource.isPresent()) {
        headers.check(path, resource.get().headers(), where);
      } else {
        findings.add(DeliveryRule.DELIVERY_FILE_EXISTS, where, path, "nothing there");
      }
    }
    return resource;
  }

  /** Looks at what is referred to and was not fetched, and for what nobody refers to. */
  public void finish(Renditions renditions) throws IOException {
    Set<String> wanted = renditions.files();
    for (String path : wanted) {
      if (!served.contains(path)) {
        look(path);
      }
    }
    for (String path : place.list().orElse(List.of())) {
      findings.expect(
          wanted.contains(path)
              || FileKind.of(path).filter(FileKind::isPartOfTitle).isEmpty()
              || isHidden(path),
          DeliveryRule.DELIVERY_NO_ORPHANS,
          new Where("orphans", path, Optional.empty(), Optional.empty()),
          "a manifest that refers to it",
          "none");
    }
  }

  private static boolean isHidden(String path) {
    return path.startsWith(".") || path.contains("/.");
  }
}
