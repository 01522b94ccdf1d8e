package dev.reelway.isobmff.box;

import java.util.List;
import java.util.Set;

/**
 * In {@code stsd}; an audio codec (ISO/IEC 14496-12 clause 12.2.3).
 *
 * @param type the codec, one of {@link #TYPES}
 * @param channels number of channels
 * @param sampleBits bits per sample, 16 for every compressed codec
 * @param sampleRate samples per second, or 0 when it is above 65535; the codec's configuration says
 *     it
 * @param children the codec's configuration first, then {@code btrt}
 */
public record AudioSampleEntry(
    FourCc type, int channels, int sampleBits, int sampleRate, List<Box> children)
    implements SampleEntry {
  /** MPEG-4 audio, ISO/IEC 14496-14 clause 6.7. */
  public static final FourCc MPEG4_AUDIO = FourCc.of("mp4a");

  /** AC-3, ETSI TS 102 366 clause F.3. */
  public static final FourCc AC3 = FourCc.of("ac-3");

  /** E-AC-3, ETSI TS 102 366 clause F.5. */
  public static final FourCc EAC3 = FourCc.of("ec-3");

  /** Opus, Encapsulation of Opus in ISO Base Media File Format, clause 4.3.1. */
  public static final FourCc OPUS = FourCc.of("Opus");

  /** Every type that is read as an audio sample entry. */
  public static final Set<FourCc> TYPES = Set.of(MPEG4_AUDIO, AC3, EAC3, OPUS);

  private static final int RESERVED_BYTES = 6;
  private static final int COMPRESSED_BITS = 16;
  private static final int MAX_RATE = 0xffff;

  /** Copies the list; refuses numbers that the fields cannot hold. */
  public AudioSampleEntry {
    children = List.copyOf(children);
    if (sampleRate < 0 || sampleRate > MAX_RATE || channels < 0 || channels > 0xffff) {
      throw new IllegalArgumentException(
          "out of range: " + channels + " ch, " + sampleRate + " Hz");
    }
  }

  /** An MPEG-4 audio sample entry. */
  public static AudioSampleEntry mpeg4(
      int channels, int sampleRate, ElementaryStreamDescriptorBox descriptor, BitRateBox bitRate) {
    return of(MPEG4_AUDIO, channels, sampleRate, descriptor, bitRate);
  }

  /** A sample entry of any compressed codec. */
  public static AudioSampleEntry of(
      FourCc type, int channels, int sampleRate, Box configuration, BitRateBox bitRate) {
    int rate = sampleRate > MAX_RATE ? 0 : sampleRate;
    return new AudioSampleEntry(
        type, channels, COMPRESSED_BITS, rate, List.of(configuration, bitRate));
  }

  static AudioSampleEntry read(BoxReader in) {
    int version = in.skip(RESERVED_BYTES + Short.BYTES).u16();
    if (version != 0) {
      throw in.fault("sound description version " + version + " is not supported");
    }
    in.skip(Short.BYTES + Integer.BYTES);
    int channels = in.u16();
    int sampleBits = in.u16();
    int sampleRate = in.skip(2 * Short.BYTES).u16();
    in.skip(Short.BYTES); // the fraction of the rate
    return new AudioSampleEntry(in.type(), channels, sampleBits, sampleRate, in.boxes());
  }

  @Override
  public void write(BoxWriter out) {
    out.zeros(RESERVED_BYTES)
        .u16(1) // data_reference_index
        .zeros(2 * Integer.BYTES)
        .u16(channels)
        .u16(sampleBits)
        .zeros(2 * Short.BYTES)
        .u16(sampleRate)
        .u16(0)
        .boxes(children);
  }
}
