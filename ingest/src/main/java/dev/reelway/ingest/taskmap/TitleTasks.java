package dev.reelway.ingest.taskmap;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.TaskRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The map of one submission as it grows: what was read stays, and every change has a number. */
final class TitleTasks {

  /** Opening the map of a long title takes several answers, each of which shows something. */
  private static final Duration READ_AT_MOST = Duration.ofSeconds(1);

  private static final int ID_DIGITS = 8;

  private final String titleId;
  private final int version;
  private final TaskLayout layout;
  private final ResultReader reader;
  private final String id = UUID.randomUUID().toString().substring(0, ID_DIGITS);
  private final Map<TaskRef, TaskResult> results = new HashMap<>();
  private final Map<String, Integer> workers = new LinkedHashMap<>();
  private final List<TaskCell> cells = new ArrayList<>();
  private final List<Long> changedAt = new ArrayList<>();
  private Set<TaskRef> encoded = Set.of();
  private Set<TaskRef> packaged = Set.of();
  private Optional<TitleStatus.Progress> listedAt = Optional.empty();
  private long change;

  TitleTasks(String titleId, int version, TaskLayout layout, ResultReader reader) {
    this.titleId = titleId;
    this.version = version;
    this.layout = layout;
    this.reader = reader;
  }

  synchronized TaskMap map(TitleStatus title, Activity activity, Optional<String> since) {
    list(title);
    read();
    draw(activity);
    Optional<Long> from = since.flatMap(this::number);
    List<TaskCell> wanted = from.map(this::changedAfter).orElse(cells);
    return new TaskMap(
        version,
        from.isEmpty(),
        results.size() >= packaged.size(),
        id + "-" + change,
        layout.frameRate(),
        layout.totalFrames(),
        from.isEmpty() ? layout.firstFrames() : List.of(),
        layout.rungs(),
        layout.audio(),
        layout.text(),
        List.copyOf(workers.keySet()),
        wanted);
  }

  // The status counts what is done, so nothing new lies there before it counts on.
  private void list(TitleStatus title) {
    TitleStatus.Progress now = title.progress();
    boolean same =
        listedAt.isPresent()
            && listedAt.get().encoded() == now.encoded()
            && listedAt.get().packaged() == now.packaged();
    if (same) {
      return;
    }
    packaged =
        reader.there(
            StorageLayout.packagedPrefix(titleId, version),
            layout.tasks(),
            task -> StorageLayout.packagedKey(titleId, version, layout.engineBuild(), task));
    encoded =
        reader.there(
            StorageLayout.encodedPrefix(titleId, version),
            layout.tasks(),
            task -> StorageLayout.encodedKey(titleId, version, layout.engineBuild(), task));
    results.keySet().retainAll(packaged);
    listedAt = Optional.of(now);
  }

  private void read() {
    List<TaskRef> unread =
        layout.tasks().stream()
            .filter(task -> packaged.contains(task) && !results.containsKey(task))
            .toList();
    results.putAll(reader.read(titleId, version, layout, unread, READ_AT_MOST));
  }

  private void draw(Activity activity) {
    CellMaker maker = new CellMaker(activity, encoded, packaged, results, this::worker);
    boolean changed = false;
    for (int i = 0; i < layout.tasks().size(); i++) {
      TaskCell cell = maker.cell(layout.tasks().get(i));
      if (i >= cells.size()) {
        cells.add(cell);
        changedAt.add(change + 1);
        changed = true;
      } else if (!cells.get(i).equals(cell)) {
        cells.set(i, cell);
        changedAt.set(i, change + 1);
        changed = true;
      }
    }
    change += changed ? 1 : 0;
  }

  private int worker(String name) {
    return workers.computeIfAbsent(name, n -> workers.size());
  }

  private List<TaskCell> changedAfter(long number) {
    return IntStream.range(0, cells.size())
        .filter(i -> changedAt.get(i) > number)
        .mapToObj(cells::get)
        .toList();
  }

  /** The number of a change that this map told; another node's mean nothing here. */
  private Optional<Long> number(String mark) {
    String start = id + "-";
    boolean ours = mark.startsWith(start) && mark.substring(start.length()).matches("[0-9]{1,18}");
    return ours ? Optional.of(Long.parseLong(mark.substring(start.length()))) : Optional.empty();
  }
}
