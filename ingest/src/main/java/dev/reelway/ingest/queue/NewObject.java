package dev.reelway.ingest.queue;

/**
 * An object that a store says was created.
 *
 * @param bucket its bucket
 * @param key its key, decoded
 * @param etag as the store wrote it without quotes, may be empty
 * @param sizeBytes -1 if the store did not say
 * @param versionId empty in a bucket without versions
 * @param sequencer orders events of one key in the store that wrote it, may be empty
 * @param pointer where in the record it stands
 */
public record NewObject(
    String bucket,
    String key,
    String etag,
    long sizeBytes,
    String versionId,
    String sequencer,
    String pointer) {

  /** The address of the object as a master. */
  public String address() {
    return "s3://" + bucket + "/" + key;
  }
}
