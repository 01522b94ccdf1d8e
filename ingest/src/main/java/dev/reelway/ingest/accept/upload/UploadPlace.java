package dev.reelway.ingest.accept.upload;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where the bytes of uploads go until they are whole. */
public interface UploadPlace {

  /** What clients are told: {@code tus} or {@code multipart}. */
  String kind();

  /** Where clients send bytes, if not to us; whoever lets pages call must know. */
  default Optional<URI> origin() {
    return Optional.empty();
  }

  /** Makes room for an upload; returns it with what the place calls it and the parts' size. */
  UploadRecord open(UploadRecord upload);

  /** What has come. */
  Received received(UploadRecord upload);

  /**
   * Makes a master of the whole upload. May be called again after it failed or a node died.
   *
   * @param parts what the client says it put; empty for places that know it themselves
   * @return the master's address
   */
  String finish(UploadRecord upload, List<Part> parts);

  /** Removes what has come. */
  void discard(UploadRecord upload);

  /** When something came last, in milliseconds since 1970; empty if the place cannot tell. */
  Optional<Long> lastMillis(UploadRecord upload);

  /**
   * A part that was put.
   *
   * @param number from 1
   * @param etag as the store answered
   */
  record Part(int number, String etag) {}

  /**
   * What has come.
   *
   * @param bytes how many
   * @param parts which, for places with parts
   */
  record Received(long bytes, List<Part> parts) {
    /** Defensive copy. */
    public Received {
      parts = List.copyOf(parts);
    }
  }
}
