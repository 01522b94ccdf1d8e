package dev.reelway.ingest.accept.upload;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Multipart uploads of the object store; names only what uploads need of it. */
public interface PartStore {

  /** Begins an upload of {@code key}; returns what the store calls it. */
  String begin(String key);

  /** Where to PUT a part without credentials, for a while. */
  URI presign(String key, String multipartId, int number, Duration validFor);

  /** The parts that were put, with their sizes, by number. */
  List<StoredPart> parts(String key, String multipartId);

  /** Makes the object of its parts. */
  void complete(String key, String multipartId, List<UploadPlace.Part> parts);

  /** Removes the parts; an upload that is not there is fine. */
  void abort(String key, String multipartId);

  /** Whether the object is there. */
  boolean exists(String key);

  /** The address of {@code key} as a master. */
  String address(String key);

  /** A part that was put. */
  record StoredPart(int number, String etag, long sizeBytes) {}
}
