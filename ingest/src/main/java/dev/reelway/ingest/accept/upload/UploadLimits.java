package dev.reelway.ingest.accept.upload;

/**
 * What uploads may take.
 *
 * @param largestBytes of one upload
 * @param openPerTenant uploads under way at a time
 */
public record UploadLimits(long largestBytes, int openPerTenant) {

  /** One tebibyte each, 50 at a time. */
  public static final UploadLimits DEFAULT = new UploadLimits(1L << 40, 50);

  /** Checks the limits. */
  public UploadLimits {
    if (largestBytes < 1 || openPerTenant < 1) {
      throw new IllegalArgumentException("upload limits start at 1");
    }
  }
}
