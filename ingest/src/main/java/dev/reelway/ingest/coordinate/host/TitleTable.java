package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.TitleRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All titles in memory; every change of a row goes to the store. */
final class TitleTable {

  private final Stores stores;
  private final Map<String, LiveTitle> titles = new LinkedHashMap<>();

  TitleTable(Stores stores) {
    this.stores = stores;
  }

  Optional<LiveTitle> find(String id) {
    return Optional.ofNullable(titles.get(id));
  }

  /** A title that is known to be here. */
  LiveTitle get(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no title " + id));
  }

  Collection<LiveTitle> all() {
    return titles.values();
  }

  /** Takes up what is in the store already. */
  void restore(TitleRow row, TitleRequest request) {
    titles.put(request.titleId(), new LiveTitle(row, request));
  }

  LiveTitle add(TitleRow row, TitleRequest request) {
    restore(row, request);
    stores.putRequest(request);
    stores.putTitle(row);
    return get(request.titleId());
  }

  /** Changes a title's row, with what was replaced since it was stored last. */
  void put(LiveTitle title, TitleRow row) {
    title.replace(row);
    if (title.takeChange()) {
      stores.putTitle(row);
    }
  }

  /** Gives a title another submission. */
  void put(LiveTitle title, TitleRequest request) {
    title.replace(request);
    stores.putRequest(request);
    put(title, title.row().forRequest(request.requestId()));
  }

  /** Gives a title that waits for its start another submission for the same master. */
  void correct(LiveTitle title, TitleRequest request) {
    title.replace(request);
    stores.putRequest(request);
    put(title, title.row().corrected(request.requestId()));
  }

  /** Changes what a submission says without making it another. */
  void amend(LiveTitle title, TitleRequest request) {
    if (!request.equals(title.request())) {
      title.replace(request);
      stores.putRequest(request);
    }
  }

  void remove(LiveTitle title) {
    titles.remove(title.id());
    stores.removeTitle(title.id());
  }
}
