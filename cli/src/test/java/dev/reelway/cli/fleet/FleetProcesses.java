package dev.reelway.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.program.FolderDigest;
import dev.reelway.cli.program.Folders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fleet on this machine: broker and object store in one process, and each role in its own.
 *
 * <pre>
 *  servers            reelway up --roles none
 *  ingest             reelway ingest
 *  packager           reelway packager
 *  manifest-writer    reelway manifest-writer
 *  worker-…           reelway worker, one task at a time
 * </pre>
 */
final class FleetProcesses implements AutoCloseable {

  static final String SERVERS = "servers";
  static final String INGEST = "ingest";
  static final String PACKAGER = "packager";
  static final String WRITER = "manifest-writer";
  static final String WORKER = "worker-a";
  static final String OTHER_WORKER = "worker-b";

  /** How long an executor may be silent in these fleets. */
  static final Duration LEASE = Duration.ofSeconds(12);

  private static final Pattern KEY = Pattern.compile("Admin key, shown only now: (\\S+)");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOOK_MILLIS = 100;

  /** Something that becomes true. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private final Path folder;
  private final int apiPort;
  private final int storePort;
  private final int kafkaPort;
  private final Map<String, RoleProcess> processes = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> settings = new HashMap<>();
  private FleetApi api;

  private FleetProcesses(Path folder, int[] ports) {
    this.folder = folder;
    this.apiPort = ports[0];
    this.storePort = ports[1];
    this.kafkaPort = ports[2];
  }

  /** A whole fleet with one worker, ready for work. */
  static FleetProcesses start(Path folder) throws IOException, InterruptedException {
    FleetProcesses fleet = new FleetProcesses(folder, freePorts());
    Runtime.getRuntime().addShutdownHook(new Thread(fleet::close)); // should the tests be ended
    try {
      fleet.ensure(SERVERS, INGEST, PACKAGER, WRITER, WORKER);
      return fleet;
    } catch (Throwable e) {
      fleet.close();
      throw e;
    }
  }

  /** From its next start on, a process gets these variables beside the usual ones. */
  void set(String name, Map<String, String> environment) {
    settings.put(name, Map.copyOf(environment));
  }

  /** Starts those that do not run and waits until the whole fleet is ready. */
  void ensure(String... names) throws IOException, InterruptedException {
    for (String name : names) {
      if (!processes.containsKey(name) || !processes.get(name).isAlive()) {
        begin(name);
      }
      if (name.equals(SERVERS)) {
        await("the servers are ready", () -> Files.exists(config()) && portsAnswer());
      }
    }
    if (processes.containsKey(INGEST) && process(INGEST).isAlive()) {
      await("the API has a key", this::findKey);
      await("ingest is ready", api::isReady);
    }
  }

  private boolean findKey() throws IOException {
    if (api == null) {
      Matcher key = KEY.matcher(process(INGEST).said());
      if (key.find()) {
        api = new FleetApi("http://127.0.0.1:" + apiPort, key.group(1));
      }
    }
    return api != null;
  }

  private boolean portsAnswer() {
    return isOpen(storePort) && isOpen(kafkaPort);
  }

  /** Starts a process and does not wait for it. */
  RoleProcess begin(String name) throws IOException {
    Path files = Files.createDirectories(folder.resolve("files").resolve(name));
    Map<String, String> environment = new HashMap<>();
    environment.put("XDG_CONFIG_HOME", files.resolve("config").toString());
    environment.put("REELWAY_INGEST_HTTP_HOST", "127.0.0.1");
    environment.put("REELWAY_INGEST_HTTP_PORT", Integer.toString(apiPort));
    environment.put("REELWAY_INGEST_FOLDER", files.toString());
    environment.put("REELWAY_INGEST_LEASE", LEASE.toSeconds() + "s");
    environment.put("REELWAY_INGEST_EXECUTOR_NAME", name);
    environment.put("REELWAY_WORKER_SCRATCH", files.resolve("scratch").toString());
    environment.put("REELWAY_WORKER_SLOTS", "1");
    environment.put("REELWAY_WORKER_NAME", name);
    environment.put("REELWAY_PACKAGER_NAME", name);
    environment.put("REELWAY_MANIFEST_WRITER_NAME", name);
    environment.putAll(settings.getOrDefault(name, Map.of()));
    RoleProcess process =
        RoleProcess.start(name, folder.resolve(name + ".log"), environment, arguments(name));
    processes.put(name, process);
    return process;
  }

  private List<String> arguments(String name) {
    if (name.equals(SERVERS)) {
      String ports = "--port 0 --store-port %d --kafka-port %d".formatted(storePort, kafkaPort);
      return List.of(("up --roles none --data " + data() + " " + ports).split(" "));
    }
    String role = name.startsWith("worker") ? "worker" : name;
    return List.of(role, "--config", config().toString());
  }

  RoleProcess process(String name) {
    return processes.get(name);
  }

  /** Kills some of them at the same time, or nearly so. */
  void kill(String... names) {
    for (String name : names) {
      processes.get(name).kill();
    }
  }

  /** Asks it to end and waits until it has. */
  void stop(String name) throws InterruptedException {
    processes.get(name).terminate();
    processes.get(name).awaitEnd();
  }

  FleetApi api() {
    return api;
  }

  /** Where the servers keep everything. */
  Path data() {
    return folder.resolve("data");
  }

  /** Where the object store keeps its objects. */
  Path bucket() {
    return data().resolve("store").resolve("reelway");
  }

  int storePort() {
    return storePort;
  }

  String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }

  /** What the roles are started with. */
  Path config() {
    return data().resolve("reelway.yaml");
  }

  /** Submits a title. */
  void submit(String id, Path master, String ladder) throws IOException, InterruptedException {
    api.post("titles", Map.of("id", id, "source", master.toUri().toString(), "ladder", ladder));
  }

  /** Waits until {@code condition} holds; fails with everybody's last words if that takes long. */
  void await(String what, Condition condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It never happened that " + what + ".\n" + lastWords());
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Waits until a title is in {@code phase}; fails at once if it ends in another. */
  JsonNode awaitPhase(String id, String phase) throws IOException, InterruptedException {
    await(
        id + " is " + phase,
        () -> {
          String now = api.phase(id);
          if (!now.equals(phase) && List.of("FAILED", "HELD", "CANCELLED").contains(now)) {
            throw new AssertionError("Instead: " + api.title(id) + "\n" + lastWords());
          }
          return now.equals(phase);
        });
    return api.title(id);
  }

  /** Waits until a worker encodes, and gives its encoders. */
  List<ProcessHandle> awaitEncoding(String id, String worker)
      throws IOException, InterruptedException {
    List<ProcessHandle> encoders = new ArrayList<>();
    await(
        worker + " encodes " + id,
        () -> {
          encoders.clear();
          encoders.addAll(process(worker).children());
          return !encoders.isEmpty() && api.title(id).path("progress").path("running").asInt() > 0;
        });
    return encoders;
  }

  /** Waits until none of the processes is left. */
  void awaitGone(List<ProcessHandle> children) throws IOException, InterruptedException {
    await("the children have ended", () -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  private String lastWords() throws IOException {
    StringBuilder words = new StringBuilder();
    for (RoleProcess process : processes.values()) {
      words.append(process.lastWords());
    }
    return words.toString();
  }

  /** The public files of a title with their digests. */
  SortedMap<String, String> published(String id) throws IOException {
    return FolderDigest.of(bucket().resolve("titles").resolve(id));
  }

  /** Keys of all objects below a prefix. */
  List<String> objects(String prefix) throws IOException {
    Path below = bucket().resolve(prefix);
    if (!Files.exists(below)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> bucket().relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Digests of all objects below a prefix. */
  SortedMap<String, String> digests(String prefix) throws IOException {
    Path below = bucket().resolve(prefix);
    return Files.exists(below) ? FolderDigest.of(below) : new TreeMap<>();
  }

  /** Removes all work objects, so that the next title is encoded anew. Nothing must be at work. */
  void forgetChunks() throws IOException {
    Folders.delete(bucket().resolve("work"));
  }

  /** Deletes a folder of the servers' while they do not run. */
  void deleteData(String name) throws IOException {
    assertThat(process(SERVERS).isAlive()).isFalse();
    Folders.delete(data().resolve(name));
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int[] freePorts() throws IOException {
    InetAddress host = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(0, 1, host);
        ServerSocket two = new ServerSocket(0, 1, host);
        ServerSocket three = new ServerSocket(0, 1, host)) {
      return new int[] {one.getLocalPort(), two.getLocalPort(), three.getLocalPort()};
    }
  }

  /** Kills everything. */
  @Override
  public void close() {
    for (RoleProcess process : processes.values()) {
      List<ProcessHandle> children = process.children();
      process.kill();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
