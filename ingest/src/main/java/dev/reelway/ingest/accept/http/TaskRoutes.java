package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.taskmap.TaskMap;
import dev.reelway.ingest.taskmap.TaskMaps;

/** Every task of a title and where it stands. */
final class TaskRoutes {

  private final TitleFinder titles;
  private final TaskMaps maps;

  TaskRoutes(TitleWork work, TaskMaps maps) {
    this.titles = new TitleFinder(work);
    this.maps = maps;
  }

  void addTo(RouteList routes) {
    routes.read("/titles/{id}/tasks", "getTasks", Role.VIEWER, this::get);
  }

  private void get(Call call) {
    TitleStatus title = titles.find(call);
    TaskMap map = maps.of(title, call.query("since"));
    String etag = "W/\"" + map.next() + "\"";
    call.context().header("ETag", etag);
    if (call.header("If-None-Match").filter(known -> known.contains(etag)).isPresent()) {
      call.context().status(304);
    } else {
      call.answer(200, map);
    }
  }
}
