package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.accept.FakeMasters;
import dev.reelway.ingest.accept.Profiles;
import dev.reelway.ingest.accept.RecordingSender;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.audit.AuditTrail;
import dev.reelway.ingest.accept.http.portal.PortalFiles;
import dev.reelway.ingest.accept.key.ApiKeys;
import dev.reelway.ingest.accept.oidc.PersonTokens;
import dev.reelway.ingest.accept.upload.UploadLimits;
import dev.reelway.ingest.accept.upload.UploadPlace;
import dev.reelway.ingest.accept.upload.UploadRecord;
import dev.reelway.ingest.accept.upload.Uploads;
import dev.reelway.ingest.taskmap.TaskMaps;
import dev.reelway.ingest.view.ExecutorsView;
import dev.reelway.ingest.view.FleetStatistics;
import dev.reelway.ingest.view.TaskTrails;
import dev.reelway.ingest.view.TitleView;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with everything around it held in memory, and a client that distrusts its answers. */
final class ApiFixture implements AutoCloseable {

  static final HttpConfig CONFIG =
      new HttpConfig(
          "127.0.0.1",
          0,
          List.of("https://portal.example"),
          1_000,
          100_000,
          20,
          Duration.ofMillis(50),
          Optional.empty());

  final ObjectStore store;
  final FakeMasters masters;
  final RecordingSender sender = new RecordingSender();
  final TitleView view = new TitleView();
  final ExecutorsView executors = new ExecutorsView(Clock.systemUTC());
  final TaskTrails trails = new TaskTrails();
  final FleetStatistics statistics =
      new FleetStatistics(Clock.systemUTC(), id -> view.title(id).flatMap(TitleStatus::plan));
  final List<String> refused = new CopyOnWriteArrayList<>();
  final AuditTrail audit = new AuditTrail();
  final FakeOperations operations = new FakeOperations();
  final ApiKeys keys;
  final Uploads uploads;
  final ApiServer server;

  private final Collaborators parts;

  private final HttpClient client = HttpClient.newHttpClient();
  private final OpenApi document = new OpenApi();

  ApiFixture(HttpConfig config, ObjectStore store, FakeMasters masters, UploadPlace place) {
    this.store = store;
    this.masters = masters;
    this.keys = new ApiKeys(store, Clock.systemUTC());
    Acceptance acceptance = new Acceptance(store, masters, sender, Clock.systemUTC());
    this.uploads =
        new Uploads(store, place, acceptance, new UploadLimits(10_000_000, 3), Clock.systemUTC());
    this.parts =
        new Collaborators(
            new TitleWork(
                store,
                acceptance,
                sender,
                view,
                Optional.of(URI.create("https://cdn.example/")),
                Duration.ZERO),
            uploads,
            new Access(
                keys,
                config.oidc().map(oidc -> new PersonTokens(oidc, Clock.systemUTC())),
                audit::accept,
                audit),
            new Operations(
                executors,
                new Profiles(store),
                operations.webhooks,
                operations.maintenance,
                operations.letters,
                new TaskMaps(store, view, executors, trails),
                statistics),
            Probes.NONE,
            PortalFiles.of("portal-of-the-tests/"));
    this.server = ApiServer.start(config, parts, refused::add);
  }

  static ApiFixture start() {
    return start(CONFIG);
  }

  static ApiFixture start(HttpConfig config) {
    return new ApiFixture(config, new MemoryObjectStore(), new FakeMasters(), new NoPlace());
  }

  /** What a server of these parts registers. */
  List<Route> routes() {
    return ApiServer.routes(
        CONFIG, parts, new EventHub(Optional.empty(), 1), new Links(store, Clock.systemUTC()));
  }

  /** A fresh key. */
  String key(String tenant, Role role) {
    return keys.issue("test", role, tenant, Optional.empty(), "").token();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  Answer get(String key, String path) {
    return send(request(key, path).GET().build());
  }

  Answer delete(String key, String path) {
    return send(request(key, path).DELETE().build());
  }

  Answer post(String key, String path, String json) {
    return send(
        request(key, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  Answer post(String key, String path) {
    return send(request(key, path).POST(BodyPublishers.noBody()).build());
  }

  Answer put(String key, String path, String yaml) {
    return send(
        request(key, path)
            .header("Content-Type", "application/yaml")
            .PUT(BodyPublishers.ofString(yaml))
            .build());
  }

  Answer put(String key, String path, byte[] jpeg) {
    return send(
        request(key, path)
            .header("Content-Type", "image/jpeg")
            .PUT(BodyPublishers.ofByteArray(jpeg))
            .build());
  }

  Answer tus(String method, String key, String path, Map<String, String> headers, byte[] body) {
    BodyPublisher publisher =
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder builder = request(key, path).method(method, publisher);
    headers.forEach(builder::header);
    return send(builder.build());
  }

  HttpRequest.Builder request(String key, String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(1));
    if (!key.isEmpty()) {
      builder.header("Authorization", "Bearer " + key);
    }
    return builder;
  }

  /** Sends, and holds whatever comes to the API document. */
  Answer send(HttpRequest request) {
    Answer answer = sendUnchecked(request);
    document.check(request.method(), request.uri().getPath(), answer);
    return answer;
  }

  Answer sendUnchecked(HttpRequest request) {
    try {
      return new Answer(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** Takes no uploads. */
  private static final class NoPlace implements UploadPlace {
    @Override
    public String kind() {
      return "multipart";
    }

    @Override
    public UploadRecord open(UploadRecord upload) {
      return upload;
    }

    @Override
    public Received received(UploadRecord upload) {
      return new Received(0, List.of());
    }

    @Override
    public String finish(UploadRecord upload, List<Part> parts) {
      throw new IllegalStateException("no uploads in this test");
    }

    @Override
    public void discard(UploadRecord upload) {}

    @Override
    public Optional<Long> lastMillis(UploadRecord upload) {
      return Optional.empty();
    }
  }
}
