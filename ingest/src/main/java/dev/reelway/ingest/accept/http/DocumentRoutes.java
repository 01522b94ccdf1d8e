package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.storage.MediaTypes;
import dev.reelway.platform.storage.StoredObject;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What was found, decided and made, as it lies in storage. */
final class DocumentRoutes {

  private static final int MOST_VERSION = 999_999_999;

  /** What the page of a report needs: its own styles and pictures, and nothing that acts. */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'; sandbox";

  private static final Map<String, String> LINKABLE =
      Map.of(
          "inspection", "getInspection",
          "plan", "getPlan",
          "report", "getReport",
          "report.html", "getReportPage");

  private final TitleWork work;
  private final Links links;
  private final TitleFinder titles;
  private final Versions versions;

  DocumentRoutes(TitleWork work, Links links) {
    this.work = work;
    this.links = links;
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
        "/titles/{id}/verdict",
        "getVerdict",
        Role.VIEWER,
        call -> document(call, StorageLayout::verdictKey, TitleStatus::version));
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
    routes.add(HandlerType.POST, "/titles/{id}/links", "createLink", Role.VIEWER, this::link);
  }

  /** Whether a link may stand for a key. */
  static boolean isLinkable(Route route) {
    return LINKABLE.containsValue(route.operationId());
  }

  /** Which document, as the last part of its path says. */
  record LinkForm(Optional<String> document, Optional<Integer> version) {}

  /** An address relative to the server. */
  record Link(String url, String expiresAt) {}

  private void link(Call call) {
    LinkForm form = call.body(LinkForm.class);
    TitleStatus title = titles.find(call);
    String document = form.document().filter(LINKABLE::containsKey).orElseThrow(this::unknown);
    form.version()
        .filter(version -> version < 1 || version > MOST_VERSION)
        .ifPresent(
            version -> {
              throw Refusal.of(ProblemKind.REQUEST_INVALID, "The field 'version' is not usable.");
            });
    String path = RouteList.BASE + "/titles/" + title.titleId() + "/" + document;
    Instant end = Clock.systemUTC().instant().plus(Links.VALID_FOR);
    String query = form.version().map(version -> "?version=" + version).orElse("");
    call.answer(201, new Link(links.sign(path + query, title.tenant(), end), end.toString()));
  }

  private Refusal unknown() {
    return Refusal.of(
        ProblemKind.REQUEST_INVALID,
        "The field 'document' is not usable; write inspection, plan, report or report.html.");
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
    if (key.endsWith(".html")) {
      call.context().header("Content-Security-Policy", PAGE_POLICY);
    }
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
