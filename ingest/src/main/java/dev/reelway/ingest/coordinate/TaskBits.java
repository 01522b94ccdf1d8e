package dev.reelway.ingest.coordinate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;
import java.util.BitSet;

/** One bit per task; immutable. In JSON Base64 of the bits, the first task in the lowest bit. */
public final class TaskBits {

  static final TaskBits NONE = new TaskBits(new BitSet());

  private final BitSet bits;

  private TaskBits(BitSet bits) {
    this.bits = bits;
  }

  /** Reads the JSON form. */
  @JsonCreator
  public static TaskBits parse(String base64) {
    return new TaskBits(BitSet.valueOf(Base64.getDecoder().decode(base64)));
  }

  boolean has(int index) {
    return bits.get(index);
  }

  TaskBits with(int index, boolean value) {
    BitSet copy = (BitSet) bits.clone();
    copy.set(index, value);
    return new TaskBits(copy);
  }

  /** How many tasks. */
  public int count() {
    return bits.cardinality();
  }

  int countBelow(int index) {
    return bits.get(0, index).cardinality();
  }

  /** The JSON form. */
  @Override
  @JsonValue
  public String toString() {
    return Base64.getEncoder().encodeToString(bits.toByteArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TaskBits that && bits.equals(that.bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }
}
