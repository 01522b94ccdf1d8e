package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.TitleRequest;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What survives a restart. Everything is read once, when a coordinator starts; after that it is
 * only written, in the same transaction as the messages.
 */
interface Stores {

  void eachTitle(BiConsumer<TitleRow, TitleRequest> reader);

  void eachTask(Consumer<TaskRow> reader);

  void putTitle(TitleRow row);

  void putRequest(TitleRequest request);

  void removeTitle(String titleId);

  void putTask(TaskRow row);

  void removeTask(String work);
}
