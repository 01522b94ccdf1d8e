package dev.reelway.isobmff.codec;

/** An elementary stream breaks its own syntax; the message says which part and how. */
public final class BitstreamException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The message names the structure and the fault, for example "SPS ends inside chroma_format". */
  public BitstreamException(String message) {
    super(message);
  }
}
