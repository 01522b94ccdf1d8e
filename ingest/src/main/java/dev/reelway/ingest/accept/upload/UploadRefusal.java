package dev.reelway.ingest.accept.upload;

/** An upload cannot go on like this; the border says so in its protocol's words. */
public final class UploadRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** There is no such upload, or it is another tenant's. */
    UNKNOWN,
    /** The bytes do not follow those that have come. */
    WRONG_OFFSET,
    /** Somebody else is writing to it. */
    BUSY,
    /** More bytes than announced. */
    TOO_LONG,
    /** Bytes are still missing. */
    INCOMPLETE,
    /** It is whole already. */
    OVER,
    /** The checksum does not fit; the bytes were dropped. */
    DAMAGED,
    /** Too many uploads of the tenant are under way. */
    TOO_MANY,
    /** The server takes uploads in the other way. */
    OTHER_KIND
  }

  private final Reason reason;

  /** A refusal with one plain sentence. */
  public UploadRefusal(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
