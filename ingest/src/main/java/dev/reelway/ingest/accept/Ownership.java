package dev.reelway.ingest.accept;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.util.Optional;

/**
 * Request documents, and whose title an id is. The first conditional put of the owner document
 * decides, so two nodes and two tenants never disagree. Erasing a title frees its id.
 */
final class Ownership {

  private final ObjectStore store;
  private final Documents documents;

  Ownership(ObjectStore store) {
    this.store = store;
    this.documents = new Documents(store);
  }

  /**
   * Who has an id.
   *
   * @param tenant whose title it is
   * @param requestId the first wish
   */
  record Owner(String tenant, String requestId) {}

  /** Claims the id of {@code request}; returns who had it before. */
  Optional<Owner> claim(TitleRequest request) {
    String key = StorageLayout.ownerKey(request.titleId());
    Owner mine = new Owner(request.tenant(), request.requestId());
    boolean claimed =
        store
            .put(key, ObjectBody.ofBytes(Json.write(mine)), PutOptions.forKey(key).ifAbsent())
            .isPresent();
    if (claimed) {
      return Optional.empty();
    }
    return Optional.of(owner(request.titleId()).orElseThrow(() -> vanished(request.titleId())));
  }

  /** Who has an id. */
  Optional<Owner> owner(String titleId) {
    return documents.find(StorageLayout.ownerKey(titleId), Owner.class);
  }

  /** A request document. */
  Optional<TitleRequest> request(String titleId, String requestId) {
    return documents.find(StorageLayout.requestKey(titleId, requestId), TitleRequest.class);
  }

  /** The document of a title's latest submission, with what was changed of it since. */
  TitleRequest document(TitleStatus title) {
    return request(title.titleId(), title.requestId())
        .map(request -> request.toldAs(title))
        .orElseThrow(() -> undocumented(title.titleId()));
  }

  /** Puts the request document unless there is one; returns whether there was none. */
  boolean putIfAbsent(TitleRequest request) {
    String key = key(request);
    return store
        .put(key, ObjectBody.ofBytes(Json.writePretty(request)), PutOptions.forKey(key).ifAbsent())
        .isPresent();
  }

  /** Puts the request document over an earlier one of the same wish. */
  void put(TitleRequest request) {
    documents.put(key(request), request);
  }

  private static String key(TitleRequest request) {
    return StorageLayout.requestKey(request.titleId(), request.requestId());
  }

  private static ReelwayException undocumented(String titleId) {
    return new ReelwayException(
        FailureKind.INVARIANT_BROKEN, "The request of the title '" + titleId + "' is not there.");
  }

  private static ReelwayException vanished(String titleId) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE,
        "The title '" + titleId + "' was removed just now; submit again.");
  }
}
