package dev.reelway.ingest.accept.http;

/** The API's own description, which a test holds to the routes, and what it refers to. */
final class OpenApiRoute {

  private static final PublishedFile API =
      new PublishedFile("openapi.yaml", "getOpenApi", "application/yaml", "openapi.yaml");

  /** For editors. The build puts all published schemas into one place. */
  private static final PublishedFile LADDER_SCHEMA =
      new PublishedFile(
          "ladder.schema.json",
          "getLadderSchema",
          "application/schema+json",
          "/dev/reelway/ingest/queue/ladder-v1.schema.json");

  void addTo(RouteList routes) {
    API.addTo(routes);
    LADDER_SCHEMA.addTo(routes);
  }

  static byte[] document() {
    return API.bytes();
  }
}
