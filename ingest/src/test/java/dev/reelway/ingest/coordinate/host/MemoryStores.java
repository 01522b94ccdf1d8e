package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.platform.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Keeps rows as JSON, as the real stores do, so that another coordinator can read them. */
final class MemoryStores implements Stores {

  private final Map<String, byte[]> titles = new TreeMap<>();
  private final Map<String, byte[]> requests = new HashMap<>();
  private final Map<String, byte[]> tasks = new TreeMap<>();

  @Override
  public void eachTitle(BiConsumer<TitleRow, TitleRequest> reader) {
    titles.forEach(
        (id, row) ->
            reader.accept(
                Json.read(row, TitleRow.class, id),
                Json.read(requests.get(id), TitleRequest.class, id)));
  }

  @Override
  public void eachTask(Consumer<TaskRow> reader) {
    tasks.forEach((work, row) -> reader.accept(Json.read(row, TaskRow.class, work)));
  }

  @Override
  public void putTitle(TitleRow row) {
    titles.put(row.state().titleId(), Json.write(row));
  }

  @Override
  public void putRequest(TitleRequest request) {
    requests.put(request.titleId(), Json.write(request));
  }

  @Override
  public void removeTitle(String titleId) {
    titles.remove(titleId);
    requests.remove(titleId);
  }

  @Override
  public void putTask(TaskRow row) {
    tasks.put(row.task().id().work(), Json.write(row));
  }

  @Override
  public void removeTask(String work) {
    tasks.remove(work);
  }

  TitleRow title(String id) {
    return Json.read(titles.get(id), TitleRow.class, id);
  }

  boolean hasTitle(String id) {
    return titles.containsKey(id) || requests.containsKey(id);
  }

  List<String> titles() {
    return List.copyOf(titles.keySet());
  }

  List<TaskRow> tasks() {
    return tasks.entrySet().stream()
        .map(task -> Json.read(task.getValue(), TaskRow.class, task.getKey()))
        .toList();
  }
}
