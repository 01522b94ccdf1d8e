package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.view.ExecutorsView;
import dev.reelway.ingest.view.ExecutorsView.Seen;
import dev.reelway.ingest.view.TitleView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How busy the fleet is: titles that wait, lanes, executors. */
final class QueueRoutes {

  private final TitleView titles;
  private final ExecutorsView executors;

  QueueRoutes(TitleView titles, ExecutorsView executors) {
    this.titles = titles;
    this.executors = executors;
  }

  void addTo(RouteList routes) {
    routes.read("/queue", "getQueue", Role.VIEWER, this::get);
  }

  /**
   * @param lanes how many titles each has, of all tenants
   * @param tenants the same by tenant, of those that the caller sees
   * @param waiting the caller's titles that wait, by position
   * @param pools how much can be done at a time
   * @param executors who does it; only for callers that see all tenants
   */
  record Queue(
      List<LaneLoad> lanes,
      List<TenantLoad> tenants,
      List<Waiting> waiting,
      List<PoolLoad> pools,
      List<Executor> executors) {}

  /**
   * @param lane how urgent
   * @param waiting titles that are not admitted yet
   * @param inFlight titles in the making
   * @param tasksLeft tasks of theirs that are not encoded yet
   */
  record LaneLoad(Lane lane, int waiting, int inFlight, long tasksLeft) {}

  /** What a tenant has in a lane; only where there is anything. */
  record TenantLoad(String tenant, Lane lane, int waiting, int inFlight, long tasksLeft) {}

  /** A title that waits; its position counts all tenants. */
  record Waiting(String titleId, String tenant, String name, Lane lane, int position) {}

  /** A kind of executor. */
  record PoolLoad(Pool pool, int executors, int slots, int running) {}

  /** An executor that lives. */
  record Executor(
      String workerId,
      String host,
      Pool pool,
      String engineBuild,
      int slots,
      List<Heartbeat.Running> running,
      long residentBytes,
      String seenAt) {}

  private void get(Call call) {
    List<TitleStatus> all = titles.titles();
    List<Seen> living = executors.executors();
    call.answer(
        200,
        new Queue(
            Stream.of(Lane.values()).map(lane -> load(lane, all)).toList(),
            tenants(all.stream().filter(title -> call.who().sees(title.tenant())).toList()),
            all.stream()
                .filter(title -> title.queuePosition() > 0 && call.who().sees(title.tenant()))
                .sorted(Comparator.comparingInt(TitleStatus::queuePosition))
                .map(QueueRoutes::waiting)
                .toList(),
            Stream.of(Pool.values()).map(pool -> load(pool, living)).toList(),
            call.who().seesAll()
                ? living.stream().map(QueueRoutes::executor).toList()
                : List.of()));
  }

  private static List<TenantLoad> tenants(List<TitleStatus> seen) {
    Map<String, List<TitleStatus>> byTenant =
        seen.stream()
            .collect(Collectors.groupingBy(TitleStatus::tenant, TreeMap::new, Collectors.toList()));
    return byTenant.entrySet().stream()
        .flatMap(
            entry ->
                Stream.of(Lane.values()).map(lane -> load(entry.getKey(), lane, entry.getValue())))
        .filter(load -> load.waiting() + load.inFlight() > 0)
        .toList();
  }

  private static TenantLoad load(String tenant, Lane lane, List<TitleStatus> ofTenant) {
    LaneLoad load = load(lane, ofTenant);
    return new TenantLoad(tenant, lane, load.waiting(), load.inFlight(), load.tasksLeft());
  }

  private static LaneLoad load(Lane lane, List<TitleStatus> all) {
    List<TitleStatus> ofLane =
        all.stream().filter(title -> title.lane() == lane && !title.phase().isOver()).toList();
    int waiting = (int) ofLane.stream().filter(title -> title.queuePosition() > 0).count();
    long tasksLeft =
        ofLane.stream()
            .filter(title -> title.phase() == Phase.ENCODING)
            .mapToLong(title -> title.progress().tasks() - title.progress().encoded())
            .sum();
    return new LaneLoad(lane, waiting, ofLane.size() - waiting, tasksLeft);
  }

  private static Waiting waiting(TitleStatus title) {
    return new Waiting(
        title.titleId(), title.tenant(), title.name(), title.lane(), title.queuePosition());
  }

  private static PoolLoad load(Pool pool, List<Seen> living) {
    List<Heartbeat> ofPool =
        living.stream().map(Seen::heartbeat).filter(beat -> beat.pool() == pool).toList();
    return new PoolLoad(
        pool,
        ofPool.size(),
        ofPool.stream().mapToInt(Heartbeat::slots).sum(),
        ofPool.stream().mapToInt(beat -> beat.running().size()).sum());
  }

  private static Executor executor(Seen seen) {
    Heartbeat beat = seen.heartbeat();
    return new Executor(
        beat.workerId(),
        beat.host(),
        beat.pool(),
        beat.engineBuild(),
        beat.slots(),
        beat.running(),
        beat.residentBytes(),
        seen.at().toString());
  }
}
