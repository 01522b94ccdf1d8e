package dev.reelway.isobmff.read;

import dev.reelway.isobmff.box.AudioSampleEntry;
import dev.reelway.isobmff.box.Av1ConfigurationBox;
import dev.reelway.isobmff.box.AvcConfigurationBox;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.ElementaryStreamDescriptorBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.HevcConfigurationBox;
import dev.reelway.isobmff.box.MimeBox;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.TextSampleEntry;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.box.XmlSubtitleSampleEntry;
import dev.reelway.isobmff.codec.AudioSpecificConfig;
import dev.reelway.isobmff.codec.Av1DecoderConfiguration;
import dev.reelway.isobmff.codec.Av1SampleFormat;
import dev.reelway.isobmff.codec.Av1SequenceHeader;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import dev.reelway.isobmff.codec.BitstreamException;
import dev.reelway.isobmff.codec.HevcProfile;
import java.util.Locale;
import java.util.Set;

/** The name of a codec for manifests, RFC 6381 clause 3.3 and 3.4. */
public final class CodecString {
  private static final int CONSTRAINT_BYTES = 6;
  private static final String AV1_DEFAULTS = ".0.110.01.01.01.0";

  /** Codecs that are named by their sample entry alone. */
  private static final Set<FourCc> SAMPLE_ENTRY_NAMES =
      Set.of(AudioSampleEntry.AC3, AudioSampleEntry.EAC3, AudioSampleEntry.OPUS);

  private CodecString() {}

  /**
   * Returns, for example, {@code avc1.640020}, {@code hvc1.2.4.L123.B0}, {@code mp4a.40.2}, {@code
   * wvtt} or {@code stpp.ttml.im1t}.
   *
   * @throws BoxException if the sample entry lacks its configuration or the codec has no rule here
   */
  public static String of(SampleEntry entry) {
    if (entry.type().equals(VisualSampleEntry.AVC)) {
      AvcDecoderConfiguration avc = entry.require(AvcConfigurationBox.class).configuration();
      return String.format("avc1.%02x%02x%02x", avc.profile(), avc.compatibility(), avc.level());
    }
    if (entry.type().equals(VisualSampleEntry.HEVC)) {
      return hevc(entry.require(HevcConfigurationBox.class).configuration().profile());
    }
    if (entry.type().equals(VisualSampleEntry.AV1)) {
      return av1(entry.require(Av1ConfigurationBox.class).configuration());
    }
    if (entry.type().equals(AudioSampleEntry.MPEG4_AUDIO)) {
      return mpeg4(entry.require(ElementaryStreamDescriptorBox.class));
    }
    if (entry instanceof TextSampleEntry || SAMPLE_ENTRY_NAMES.contains(entry.type())) {
      return entry.type().toString();
    }
    if (entry instanceof XmlSubtitleSampleEntry xml) {
      return "stpp.ttml" + xml.find(MimeBox.class).map(CodecString::processor).orElse("");
    }
    throw new BoxException(entry.type(), 0, "no codec string known for this codec");
  }

  /** The profile of TTML as the {@code codecs} parameter of the samples' media type names it. */
  private static String processor(MimeBox mime) {
    String[] parts = mime.contentType().split("codecs=", 2);
    return parts.length < 2 ? "" : "." + parts[1].replace("\"", "").strip();
  }

  /** As {@link #of(SampleEntry)}, of the only track of an init segment. */
  public static String of(byte[] initSegment) {
    return TrackDescription.of(initSegment).codec();
  }

  /**
   * ISO/IEC 14496-15 annex E.3: profile, compatibility flags in reverse bit order, tier and level,
   * then the constraint bytes without trailing zero bytes, such as {@code hvc1.2.4.L123.B0}.
   */
  private static String hevc(HevcProfile profile) {
    StringBuilder text = new StringBuilder("hvc1.");
    if (profile.space() > 0) {
      text.append((char) ('A' + profile.space() - 1));
    }
    text.append(profile.profile())
        .append('.')
        .append(
            Integer.toHexString(Integer.reverse((int) profile.compatibility()))
                .toUpperCase(Locale.ROOT))
        .append(profile.highTier() ? ".H" : ".L")
        .append(profile.level());
    long constraints = profile.constraints();
    int unused = constraints == 0 ? CONSTRAINT_BYTES : Long.numberOfTrailingZeros(constraints) / 8;
    for (int i = CONSTRAINT_BYTES - 1; i >= unused; i--) {
      text.append(String.format(Locale.ROOT, ".%X", (constraints >> (8 * i)) & 0xff));
    }
    return text.toString();
  }

  /**
   * AV1-ISOBMFF 5: {@code av01.0.08M.10} and, unless all have their default, sampling and colour.
   */
  private static String av1(Av1DecoderConfiguration av1) {
    Av1SampleFormat format = av1.format();
    Av1SequenceHeader colour = header(av1);
    int position =
        format.subsamplingX() == 1 && format.subsamplingY() == 1 ? format.chromaPosition() : 0;
    String head =
        String.format(
            Locale.ROOT,
            "av01.%d.%02d%s.%02d",
            av1.profile(),
            av1.level(),
            av1.highTier() ? "H" : "M",
            format.bitDepth());
    String tail =
        String.format(
            Locale.ROOT,
            ".%d.%d%d%d.%02d.%02d.%02d.%d",
            format.monochrome() ? 1 : 0,
            format.subsamplingX(),
            format.subsamplingY(),
            position,
            colour.primaries(),
            colour.transfer(),
            colour.matrix(),
            colour.fullRange() ? 1 : 0);
    return tail.equals(AV1_DEFAULTS) ? head : head + tail;
  }

  private static Av1SequenceHeader header(Av1DecoderConfiguration av1) {
    try {
      return av1.sequenceHeader();
    } catch (BitstreamException e) {
      throw new BoxException(Av1ConfigurationBox.TYPE, 0, e.getMessage());
    }
  }

  private static String mpeg4(ElementaryStreamDescriptorBox descriptor) {
    int objectType = audioConfig(descriptor).objectType();
    return String.format("mp4a.%02x.%d", descriptor.objectType(), objectType);
  }

  static AudioSpecificConfig audioConfig(ElementaryStreamDescriptorBox descriptor) {
    try {
      return AudioSpecificConfig.parse(descriptor.specificInfo());
    } catch (BitstreamException e) {
      throw new BoxException(ElementaryStreamDescriptorBox.TYPE, 0, e.getMessage());
    }
  }
}
