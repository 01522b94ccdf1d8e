package dev.reelway.ingest.watch;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.StrictJson;
import dev.reelway.ingest.accept.SubmitForm;
import java.util.Optional;

/** What a sidecar file says of its master: the fields of a submission but for the master itself. */
final class SidecarJson {

  private SidecarJson() {}

  /**
   * The submission of a master.
   *
   * @param sidecar its sidecar's bytes, if it has one
   * @throws ReelwayException {@code REQUEST_INVALID} with the field and the remedy
   */
  static SubmitForm form(WatchFolder folder, String address, Optional<byte[]> sidecar) {
    SubmitForm said =
        sidecar
            .map(json -> StrictJson.read(json, SubmitForm.class, "The sidecar"))
            .orElse(SubmitForm.EMPTY);
    if (said.source().isPresent() || said.etag().isPresent() || said.tenant().isPresent()) {
      throw new ReelwayException(
          FailureKind.REQUEST_INVALID,
          "The sidecar names a source, etag or tenant; leave them out, the watch folder says"
              + " them.");
    }
    boolean namesLadder = said.profile().isPresent() || said.ladder().isPresent();
    return new SubmitForm(
        said.id(),
        said.name(),
        Optional.of(address),
        Optional.empty(),
        namesLadder ? said.profile() : Optional.of(folder.profile()),
        said.ladder(),
        said.priority().or(() -> Optional.of(folder.priority())),
        said.start(),
        said.publish(),
        said.publishAt(),
        said.unpublishAt(),
        said.tolerateDamage(),
        said.videoStream(),
        said.streams(),
        said.sidecars(),
        said.thorough(),
        said.metadata(),
        Optional.empty());
  }
}
