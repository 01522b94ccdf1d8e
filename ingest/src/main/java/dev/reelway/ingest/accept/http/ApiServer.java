package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.http.portal.PagePolicy;
import dev.reelway.ingest.accept.oidc.PersonTokens;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP API, from its start to its close. */
public final class ApiServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration IDLE_WHEN_STOPPING = Duration.ofMillis(200);
  private static final int MOST_THREADS = 128;
  private static final int LARGEST_HEADERS_BYTES = 16 * 1024;
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private final Javalin javalin;
  private final EventHub hub;
  private final Collaborators parts;

  private ApiServer(Javalin javalin, EventHub hub, Collaborators parts) {
    this.javalin = javalin;
    this.hub = hub;
    this.parts = parts;
  }

  /**
   * Listens.
   *
   * @throws ReelwayException {@code USAGE_INVALID} if the port is taken
   */
  public static ApiServer start(HttpConfig config, Collaborators parts) {
    return start(config, parts, LOG::info);
  }

  /**
   * The same.
   *
   * @param refused is told of requests that were refused
   */
  static ApiServer start(HttpConfig config, Collaborators parts, Consumer<String> refused) {
    RefusalLog refusals = new RefusalLog(Clock.systemUTC(), refused);
    EventHub hub = new EventHub(parts.titles().publicBaseUrl(), config.eventStreams());
    Links links = new Links(parts.titles().store(), Clock.systemUTC());
    Gate gate =
        new Gate(
            parts.access().callers(),
            links,
            parts.access().log(),
            new RateLimits(config.requestsPerSecond(), config.burst()),
            Clock.systemUTC());
    List<Route> routes = routes(config, parts, hub, links);
    Javalin javalin =
        Javalin.create(
            javalinConfig ->
                configure(
                    javalinConfig,
                    config,
                    portal(parts),
                    refusals,
                    route -> parts.probes().meter().around(route, gate.handler(route)),
                    routes));
    try {
      javalin.start();
    } catch (JavalinException e) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "Cannot listen on %s port %d: another program may use it."
              .formatted(config.host(), config.port()),
          e);
    }
    parts.titles().view().addListener(hub);
    return new ApiServer(javalin, hub, parts);
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Event streams that are open. */
  public int eventStreams() {
    return hub.open();
  }

  /** Lets calls under way end, for a few seconds. */
  @Override
  public void close() {
    parts.titles().view().removeListener(hub);
    hub.close();
    javalin.stop();
  }

  static List<Route> routes(HttpConfig config, Collaborators parts, EventHub hub, Links links) {
    RouteList routes = new RouteList();
    TitleWork titles = parts.titles();
    Operations operations = parts.operations();
    new HealthRoutes(parts.probes()).addTo(routes);
    new OpenApiRoute().addTo(routes);
    new ServerRoutes(parts.probes().version(), titles, parts.uploads()).addTo(routes);
    new SignInRoutes(parts.access().persons()).addTo(routes);
    new TitleRoutes(titles).addTo(routes);
    new WishRoutes(titles).addTo(routes);
    new AmendRoutes(titles).addTo(routes);
    new PublishRoutes(titles).addTo(routes);
    new PosterRoutes(titles).addTo(routes);
    new TrialRoutes(titles).addTo(routes);
    new DocumentRoutes(titles, links).addTo(routes);
    new TaskRoutes(titles, operations.tasks()).addTo(routes);
    new UploadRoutes(parts.uploads(), titles).addTo(routes);
    new TusRoutes(parts.uploads()).addTo(routes);
    new EventRoutes(titles.view(), hub, config.eventHeartbeat()).addTo(routes);
    new QueueRoutes(titles.view(), operations.executors()).addTo(routes);
    new StatisticsRoutes(operations.statistics(), titles.view()).addTo(routes);
    new DeadLetterRoutes(titles, operations.ingestDeadLetters()).addTo(routes);
    new WebhookRoutes(operations.webhooks()).addTo(routes);
    new KeyRoutes(parts.access().keys()).addTo(routes);
    new AuditRoutes(parts.access().trail()).addTo(routes);
    new ProfileRoutes(operations.profiles()).addTo(routes);
    new MaintenanceRoutes(operations.maintenance()).addTo(routes);
    return routes.routes();
  }

  private static PortalPages portal(Collaborators parts) {
    List<URI> media = parts.titles().publicBaseUrl().stream().toList();
    Optional<URI> uploads = parts.uploads().place().origin();
    return new PortalPages(
        parts.portal(), () -> PagePolicy.of(media, called(uploads, parts.access().persons())));
  }

  // What the identity provider offers is known a moment after the start.
  private static List<URI> called(Optional<URI> uploads, Optional<PersonTokens> persons) {
    Stream<URI> provider =
        persons.stream()
            .flatMap(
                p ->
                    Stream.concat(
                        Stream.of(p.config().issuer()),
                        p.provider().stream().flatMap(found -> found.called().stream())));
    return Stream.concat(uploads.stream(), provider).toList();
  }

  private static void configure(
      JavalinConfig javalin,
      HttpConfig config,
      PortalPages portal,
      RefusalLog refusals,
      Function<Route, Handler> handlers,
      List<Route> routes) {
    javalin.startup.showJavalinBanner = false;
    javalin.startup.showOldJavalinVersionWarning = false;
    javalin.startup.startupWatcherEnabled = false;
    javalin.http.prefer405over404 = true;
    javalin.jetty.threadPool = new QueuedThreadPool(MOST_THREADS);
    javalin.jetty.modifyHttpConfiguration(ApiServer::harden);
    javalin.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new ErrorAnswers(refusals));
          server.setStopTimeout(STOPPING.toMillis());
        });
    javalin.jetty.modifyServletContextHandler(
        handler -> handler.setErrorHandler(new ErrorAnswers(refusals)));
    javalin.jetty.addConnector((server, http) -> connector(server, http, config));
    javalin.requestLogger.http(
        (context, milliseconds) -> refusals.note(RefusedRequest.of(context)));
    Cors cors = new Cors(config.corsOrigins());
    javalin.routes.before(ApiServer::secure);
    javalin.routes.before(cors::apply);
    javalin.routes.before(portal::apply);
    routes.forEach(
        route ->
            javalin.routes.addHttpHandler(route.method(), route.path(), handlers.apply(route)));
    javalin.routes.exception(
        HttpResponseException.class, (e, context) -> Problems.answer(context, e));
    javalin.routes.exception(Exception.class, (e, context) -> Problems.answer(context, e));
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, HttpConfig config) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(IDLE_WHEN_STOPPING.toMillis());
    return connector;
  }

  private static void harden(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // Or a header that differs from an earlier one of the connection in case only, such as a
    // mangled key, is taken for that earlier one.
    http.setHeaderCacheCaseSensitive(true);
    http.setRequestHeaderSize(LARGEST_HEADERS_BYTES);
  }

  /** No answer of the API is a page, so none may be taken for one. */
  private static void secure(Context context) {
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-store");
  }
}
