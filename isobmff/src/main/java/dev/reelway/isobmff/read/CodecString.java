package dev.reelway.isobmff.read;

import dev.reelway.isobmff.box.AudioSampleEntry;
import dev.reelway.isobmff.box.AvcConfigurationBox;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.ElementaryStreamDescriptorBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.codec.AudioSpecificConfig;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import dev.reelway.isobmff.codec.BitstreamException;
import java.util.Set;

/** The name of a codec for manifests, RFC 6381 clause 3.3 and 3.4. */
public final class CodecString {
  /** Codecs that are named by their sample entry alone. */
  private static final Set<FourCc> SAMPLE_ENTRY_NAMES =
      Set.of(AudioSampleEntry.AC3, AudioSampleEntry.EAC3, AudioSampleEntry.OPUS);

  private CodecString() {}

  /**
   * Returns, for example, {@code avc1.640020} or {@code mp4a.40.2}.
   *
   * @throws BoxException if the sample entry lacks its configuration or the codec has no rule here
   */
  public static String of(SampleEntry entry) {
    if (entry.type().equals(VisualSampleEntry.AVC)) {
      AvcDecoderConfiguration avc = entry.require(AvcConfigurationBox.class).configuration();
      return String.format("avc1.%02x%02x%02x", avc.profile(), avc.compatibility(), avc.level());
    }
    if (entry.type().equals(AudioSampleEntry.MPEG4_AUDIO)) {
      return mpeg4(entry.require(ElementaryStreamDescriptorBox.class));
    }
    if (SAMPLE_ENTRY_NAMES.contains(entry.type())) {
      return entry.type().toString();
    }
    throw new BoxException(entry.type(), 0, "no codec string known for this codec");
  }

  /** As {@link #of(SampleEntry)}, of the only track of an init segment. */
  public static String of(byte[] initSegment) {
    return TrackDescription.of(initSegment).codec();
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
