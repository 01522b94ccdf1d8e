package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * In {@code traf}; the samples of a fragment in decode order (ISO/IEC 14496-12 clause 8.8.8).
 * Always written as version 1, whose composition offsets are signed.
 *
 * @param dataOffset from the base (in CMAF the first byte of {@code moof}) to the first sample
 * @param firstSampleFlags {@link SampleFlags} of the first sample only
 * @param fields which fields the entries carry; the others are 0 there and fall back to the header
 * @param entries one for each sample
 */
public record TrackRunBox(
    OptionalInt dataOffset, OptionalInt firstSampleFlags, Set<Field> fields, List<Entry> entries)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("trun");

  private static final int DATA_OFFSET = 0x1;
  private static final int FIRST_SAMPLE_FLAGS = 0x4;
  private static final int MAX_SAMPLES = 1 << 20;
  private static final Entry NOTHING_SAID = new Entry(0, 0, 0, 0);

  /** A field of an entry; the order is the order in the file. */
  public enum Field {
    /** Decode duration. */
    DURATION(0x100),
    /** Bytes in the media data. */
    SIZE(0x200),
    /** {@link SampleFlags}. */
    FLAGS(0x400),
    /** Presentation time minus decode time. */
    COMPOSITION_OFFSET(0x800);

    private final int flag;

    Field(int flag) {
      this.flag = flag;
    }
  }

  /**
   * One sample; a field that the run does not carry is 0.
   *
   * @param durationTicks decode duration
   * @param sizeBytes bytes in the media data
   * @param flags {@link SampleFlags}
   * @param compositionOffsetTicks presentation time minus decode time
   */
  public record Entry(long durationTicks, long sizeBytes, int flags, int compositionOffsetTicks) {}

  /** Copies the collections; entries without fields are all alike and take no memory. */
  public TrackRunBox {
    fields = inFileOrder(fields);
    entries =
        fields.isEmpty() ? Collections.nCopies(entries.size(), NOTHING_SAID) : List.copyOf(entries);
  }

  static TrackRunBox read(BoxReader in) {
    int version = in.version(1);
    int flags = in.u24();
    long declared = in.u32();
    OptionalInt dataOffset = optional(in, flags, DATA_OFFSET);
    OptionalInt firstSampleFlags = optional(in, flags, FIRST_SAMPLE_FLAGS);
    EnumSet<Field> fields = EnumSet.allOf(Field.class);
    fields.removeIf(field -> (flags & field.flag) == 0);
    List<Entry> entries =
        fields.isEmpty() ? uniform(in, declared) : entries(in, version, declared, fields);
    return new TrackRunBox(dataOffset, firstSampleFlags, fields, entries);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    int flags = fields.stream().mapToInt(field -> field.flag).sum();
    flags |= dataOffset.isPresent() ? DATA_OFFSET : 0;
    flags |= firstSampleFlags.isPresent() ? FIRST_SAMPLE_FLAGS : 0;
    out.versionAndFlags(1, flags).u32(entries.size());
    dataOffset.ifPresent(out::u32);
    firstSampleFlags.ifPresent(out::u32);
    for (Entry entry : entries) {
      write(out, entry);
    }
  }

  private void write(BoxWriter out, Entry entry) {
    if (fields.contains(Field.DURATION)) {
      out.u32(entry.durationTicks);
    }
    if (fields.contains(Field.SIZE)) {
      out.u32(entry.sizeBytes);
    }
    if (fields.contains(Field.FLAGS)) {
      out.u32(entry.flags);
    }
    if (fields.contains(Field.COMPOSITION_OFFSET)) {
      out.u32(entry.compositionOffsetTicks);
    }
  }

  private static List<Entry> entries(BoxReader in, int version, long declared, Set<Field> fields) {
    int count = in.count(declared, Integer.BYTES * fields.size());
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(entry(in, version, fields));
    }
    return entries;
  }

  private static Entry entry(BoxReader in, int version, Set<Field> fields) {
    long durationTicks = fields.contains(Field.DURATION) ? in.u32() : 0;
    long sizeBytes = fields.contains(Field.SIZE) ? in.u32() : 0;
    int flags = fields.contains(Field.FLAGS) ? in.i32() : 0;
    int offset = fields.contains(Field.COMPOSITION_OFFSET) ? in.i32() : 0;
    if (version == 0 && offset < 0) {
      throw in.fault("composition offset beyond 2^31-1");
    }
    return new Entry(durationTicks, sizeBytes, flags, offset);
  }

  /** Entries without fields take no bytes, so their count needs a limit of its own. */
  private static List<Entry> uniform(BoxReader in, long count) {
    if (count > MAX_SAMPLES) {
      throw in.fault(count + " samples in one run");
    }
    return Collections.nCopies((int) count, NOTHING_SAID);
  }

  private static Set<Field> inFileOrder(Set<Field> fields) {
    Set<Field> ordered = EnumSet.noneOf(Field.class);
    ordered.addAll(fields);
    return Collections.unmodifiableSet(ordered);
  }

  private static OptionalInt optional(BoxReader in, int present, int flag) {
    return (present & flag) != 0 ? OptionalInt.of(in.i32()) : OptionalInt.empty();
  }
}
