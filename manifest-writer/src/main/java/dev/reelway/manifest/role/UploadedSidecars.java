package dev.reelway.manifest.role;

import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ListedObject;
import java.util.stream.Stream;

/**
 * Files beside masters that were uploaded before anybody knew the title's id, so that they do not
 * lie with its masters.
 */
final class UploadedSidecars {

  private final Documents documents;
  private final String ours;

  /**
   * @param bucket what addresses call the store of {@code documents}
   */
  UploadedSidecars(Documents documents, String bucket) {
    this.documents = documents;
    this.ours = "s3://" + bucket + "/";
  }

  /** Removes those that the requests of a title name and that are no other title's. */
  void delete(String titleId) {
    for (ListedObject request : documents.store().list(StorageLayout.requestsPrefix(titleId))) {
      documents
          .find(request.key(), TitleRequest.class)
          .ifPresent(found -> keys(found).forEach(documents.store()::delete));
    }
  }

  private Stream<String> keys(TitleRequest request) {
    return request.options().sidecars().stream()
        .map(sidecar -> sidecar.source())
        .filter(source -> source.startsWith(ours + StorageLayout.MASTERS_PREFIX))
        .map(source -> source.substring(ours.length()))
        .filter(this::isNoTitles);
  }

  private boolean isNoTitles(String key) {
    String folder = key.substring(StorageLayout.MASTERS_PREFIX.length()).replaceAll("/.*", "");
    return documents.store().head(StorageLayout.ownerKey(folder)).isEmpty();
  }
}
