package dev.reelway.media.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The messages between a task's child process and its parent, on the child's standard input and
 * output: one type byte, a 32-bit length, the payload.
 *
 * <pre>
 *  parent → child   TASK    the task as JSON, once
 *                   BYTES   answer to READ; empty at the end of the master
 *                   ERROR   answer to READ: why the master cannot be read
 *  child → parent   READ    64-bit position, 32-bit length
 *                   PROGRESS 64-bit count of finished frames or samples
 *                   LOG     a line of text
 *                   CPU     64-bit processor time in nanoseconds, before the last message
 *                   DONE    the result as JSON, last message
 *                   FAILED  failure kind, line feed, sentence; last message
 * </pre>
 */
public final class Wire {

  /** A message's type. */
  public enum Type {
    /** The task as JSON. */
    TASK('T'),
    /** Bytes of the master. */
    BYTES('B'),
    /** The master cannot be read. */
    ERROR('E'),
    /** A request for bytes of the master. */
    READ('R'),
    /** How far the work has come. */
    PROGRESS('P'),
    /** A line for the log. */
    LOG('L'),
    /** Processor time of the child. */
    CPU('C'),
    /** The result as JSON. */
    DONE('D'),
    /** Why the task failed. */
    FAILED('F');

    private final int code;

    Type(int code) {
      this.code = code;
    }

    private static Type of(int code) throws IOException {
      for (Type type : values()) {
        if (type.code == code) {
          return type;
        }
      }
      throw new IOException("unknown message type " + code);
    }
  }

  /** Largest answer to one READ. */
  public static final int MAX_READ_BYTES = 1 << 20;

  private static final int MAX_MESSAGE_BYTES = 256 << 20;

  private Wire() {}

  /**
   * One message.
   *
   * @param type what it is
   * @param payload its bytes, not copied: a message is read once, by one thread
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Message(Type type, byte[] payload) {}

  /** Writes a message and flushes. Callers see to it that only one thread writes at a time. */
  public static void write(DataOutputStream out, Type type, byte[] payload, int length)
      throws IOException {
    out.writeByte(type.code);
    out.writeInt(length);
    out.write(payload, 0, length);
    out.flush();
  }

  /** Reads the next message; throws {@link java.io.EOFException} when the other side is gone. */
  public static Message read(DataInputStream in) throws IOException {
    Type type = Type.of(in.readUnsignedByte());
    int length = in.readInt();
    if (length < 0 || length > MAX_MESSAGE_BYTES) {
      throw new IOException("broken message of type " + type + " with " + length + " bytes");
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new Message(type, payload);
  }
}
