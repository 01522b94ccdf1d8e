package dev.reelway.isobmff.cmaf;

import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.BoxHeader;
import dev.reelway.isobmff.box.BoxWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/**
 * A movie fragment to be written: {@code moof} with one track and one run, then {@code mdat}
 * (ISO/IEC 23000-19 clause 7.3.2.3). Sample bytes are never copied; they go from the caller to the
 * output.
 *
 * @param sequenceNumber rises from fragment to fragment, 1 or more
 * @param baseDecodeTimeTicks decode time of the first sample
 * @param samples at least one, in decode order
 */
public record Fragment(long sequenceNumber, long baseDecodeTimeTicks, List<Sample> samples) {
  /** Copies the list; refuses an empty fragment and a negative time. */
  public Fragment {
    samples = List.copyOf(samples);
    if (samples.isEmpty() || baseDecodeTimeTicks < 0) {
      throw new IllegalArgumentException(
          samples.size() + " samples at decode time " + baseDecodeTimeTicks);
    }
  }

  /** Returns the bytes of all samples together. */
  public long payloadBytes() {
    return samples.stream().mapToLong(Sample::sizeBytes).sum();
  }

  /**
   * Returns everything in front of the first sample: {@code moof} and the header of {@code mdat}.
   */
  public byte[] head() {
    BoxHeader mediaData = new BoxHeader(BoxHeader.MEDIA_DATA, payloadBytes());
    int movieFragmentBytes = MovieFragment.of(this, 0).toBytes().length;
    BoxWriter out = new BoxWriter();
    out.box(MovieFragment.of(this, movieFragmentBytes + mediaData.headerBytes()));
    mediaData.write(out);
    return out.toBytes();
  }

  /**
   * Writes the whole fragment.
   *
   * @param payload the samples' bytes in order, cut anywhere
   * @throws IllegalArgumentException if the payload is not as long as the samples say; then nothing
   *     has been written
   * @return the bytes written
   */
  public long writeTo(OutputStream out, List<byte[]> payload) throws IOException {
    requirePayload(payload.stream().mapToLong(part -> part.length).sum());
    byte[] head = head();
    out.write(head);
    for (byte[] part : payload) {
      out.write(part);
    }
    return head.length + payloadBytes();
  }

  /** As {@link #writeTo(OutputStream, List)}; the buffers are consumed. */
  public long writeTo(WritableByteChannel out, List<ByteBuffer> payload) throws IOException {
    requirePayload(payload.stream().mapToLong(ByteBuffer::remaining).sum());
    byte[] head = head();
    writeFully(out, ByteBuffer.wrap(head));
    for (ByteBuffer part : payload) {
      writeFully(out, part);
    }
    return head.length + payloadBytes();
  }

  private void requirePayload(long givenBytes) {
    if (givenBytes != payloadBytes()) {
      throw new IllegalArgumentException(
          "samples take " + payloadBytes() + " bytes, payload has " + givenBytes);
    }
  }

  private static void writeFully(WritableByteChannel out, ByteBuffer part) throws IOException {
    while (part.hasRemaining()) {
      out.write(part);
    }
  }
}
