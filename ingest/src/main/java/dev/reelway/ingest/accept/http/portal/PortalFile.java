package dev.reelway.ingest.accept.http.portal;

/**
 * A file of the portal.
 *
 * @param bytes as built
 * @param mediaType by its ending
 * @param etag changes with the bytes
 * @param hashed whether its name changes with its bytes, so that it can be kept for good
 */
@SuppressWarnings("ArrayRecordComponent") // written once, handed to the response as it is
public record PortalFile(byte[] bytes, String mediaType, String etag, boolean hashed) {

  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
  private static final String ASK_EACH_TIME = "no-cache";

  /** How long it may be kept (RFC 9111, 5.2). */
  public String cacheControl() {
    return hashed ? FOR_A_YEAR : ASK_EACH_TIME;
  }

  /** Whether {@code If-None-Match} names it: who asks has it already (RFC 9110, 13.1.2). */
  public boolean isNamedBy(String ifNoneMatch) {
    return ifNoneMatch.contains(etag) || ifNoneMatch.strip().equals("*");
  }
}
