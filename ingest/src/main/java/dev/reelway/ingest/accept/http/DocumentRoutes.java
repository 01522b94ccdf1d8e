package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.storage.MediaTypes;
import dev.reelway.platform.storage.StoredObject;
import java.util.List;
import java.util.function.ToIntFunction;

/** What was found, decided and made, as it lies in storage. */
final class DocumentRoutes {

  private static final int MOST_VERSION = 999_999_999;

  private final TitleWork work;
  private final TitleFinder titles;
  private final Versions versions;

  DocumentRoutes(TitleWork work) {
    this.work = work;
    this.titles = new TitleFinder(work);
    this.versions = new Versions(work.store());
  }

  void addTo(RouteList routes) {
    routes.read(
        "/titles/{id}/inspection",
        "getInspection",
        Role.VIEWER,
        call -> document(call, StorageLayout::inspectionKey, TitleStatus::version));
    routes.read(
        "/titles/{id}/plan",
        "getPlan",
        Role.VIEWER,
        call -> document(call, StorageLayout::planKey, TitleStatus::version));
    routes.read(
        "/titles/{id}/report",
        "getReport",
        Role.VIEWER,
        call -> document(call, DocumentRoutes::reportKey, DocumentRoutes::published));
    routes.read(
        "/titles/{id}/report.html",
        "getReportPage",
        Role.VIEWER,
        call -> document(call, DocumentRoutes::reportPageKey, DocumentRoutes::published));
    routes.read("/titles/{id}/versions", "listVersions", Role.VIEWER, this::list);
  }

  /** Builds the key of a document from the title's id and a version. */
  private interface KeyOf {
    String key(String titleId, int version);
  }

  private void document(Call call, KeyOf keyOf, ToIntFunction<TitleStatus> usual) {
    TitleStatus title = titles.find(call);
    int version =
        call.query("version").isPresent()
            ? call.number("version", 1, MOST_VERSION)
            : usual.applyAsInt(title);
    String key = keyOf.key(title.titleId(), version);
    StoredObject object =
        work.store()
            .get(key)
            .orElseThrow(
                () -> Refusal.of(ProblemKind.NOT_FOUND, "There is no such document (yet)."));
    call.context().contentType(MediaTypes.ofKey(key));
    call.context().result(object.stream());
  }

  private static String reportKey(String titleId, int version) {
    return StorageLayout.ofTitle(titleId).versionReportKey(version);
  }

  private static String reportPageKey(String titleId, int version) {
    return StorageLayout.ofTitle(titleId).versionReportPageKey(version);
  }

  private static int published(TitleStatus title) {
    return title
        .published()
        .orElseThrow(
            () ->
                Refusal.of(
                    ProblemKind.NOT_FOUND,
                    "The title is not public; name the version of the report."))
        .version();
  }

  /**
   * A version.
   *
   * @param version from 1
   * @param publishedAt when its plan was written, ISO 8601
   * @param isPublic whether the public manifests point to it
   */
  record VersionDocument(int version, String publishedAt, boolean isPublic) {}

  /** All versions, rising. */
  record VersionList(List<VersionDocument> versions) {}

  private void list(Call call) {
    TitleStatus title = titles.find(call);
    int shown = title.published().map(p -> p.version()).orElse(0);
    call.answer(
        200,
        new VersionList(
            versions.list(title.titleId()).stream()
                .map(
                    version ->
                        new VersionDocument(
                            version.version(),
                            version.plan().lastModified().toString(),
                            version.version() == shown))
                .toList()));
  }
}
