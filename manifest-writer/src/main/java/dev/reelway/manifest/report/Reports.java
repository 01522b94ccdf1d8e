package dev.reelway.manifest.report;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.PartDetail.Still;
import dev.reelway.manifest.report.VersionReport.Moment;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the report of a version beside its manifests, once the version is public. The first report
 * of a version stays: a publication that is repeated took other times, but made the same title.
 */
public final class Reports {

  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

  private final ObjectStore store;
  private final StorageLayout layout;

  /** Reports of the title of {@code layout}. */
  public Reports(ObjectStore store, StorageLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /**
   * Writes both forms, as far as they are not there. Never throws for want of a report.
   *
   * @return the key of the page, if it is there now
   */
  @SuppressWarnings("CatchAndPrintStackTrace")
  public Optional<String> write(ReportInput input) {
    try {
      String page = layout.versionReportPageKey(input.version());
      if (store.head(page).isEmpty()) {
        VersionReport report = kept(input);
        put(page, ReportPage.of(report, stills(input)).getBytes(StandardCharsets.UTF_8));
      }
      return Optional.of(page);
    } catch (RuntimeException e) { // whatever it is, the title is public and stays so
      LOG.warn("Version {} of {} has no report: {}", input.version(), input.title(), e, e);
      return Optional.empty();
    }
  }

  /** The report that lies there, or a new one that now does. */
  private VersionReport kept(ReportInput input) {
    String key = layout.versionReportKey(input.version());
    VersionReport report = ReportMaker.report(input);
    return put(key, Json.writePretty(report))
        ? report
        : new Documents(store).find(key, VersionReport.class).orElse(report);
  }

  private boolean put(String key, byte[] bytes) {
    PutOptions options = PutOptions.forKey(key).cached(PutOptions.IMMUTABLE).ifAbsent();
    return store.put(key, ObjectBody.ofBytes(bytes), options).isPresent();
  }

  /** The pictures of the worst moments; one that is gone is left out. */
  private Map<Moment, byte[]> stills(ReportInput input) {
    List<Still> stills = WorstMoments.stills(input);
    List<Moment> moments = WorstMoments.moments(input);
    Map<Moment, byte[]> found = new HashMap<>();
    for (int i = 0; i < stills.size(); i++) {
      Moment moment = moments.get(i);
      store.get(stills.get(i).objectKey()).ifPresent(object -> found.put(moment, bytes(object)));
    }
    return found;
  }

  private static byte[] bytes(StoredObject stored) {
    try (StoredObject object = stored) {
      return object.readAllBytes();
    }
  }
}
