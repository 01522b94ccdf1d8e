package dev.reelway.isobmff.cmaf;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.box.AudioSampleEntry;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.ElementaryStreamDescriptorBox;
import dev.reelway.isobmff.codec.AudioSpecificConfig;
import java.util.List;

/**
 * What the init segment of an audio track says.
 *
 * @param timescale ticks per second, the sample rate
 * @param sampleEntry codec, channels and {@code btrt}
 * @param primingSamples decoder output before the first real sample, passed over by the edit list;
 *     1024 for AAC-LC, 0 writes no edit list
 * @param profiles the media profiles whose rules the track keeps, may be empty
 * @param language three lower-case letters of ISO 639-2/T, or {@code und}
 * @param name for people who look into the file
 */
public record AudioTrack(
    long timescale,
    AudioSampleEntry sampleEntry,
    long primingSamples,
    List<MediaProfile> profiles,
    String language,
    String name) {

  /** Copies the list. */
  public AudioTrack {
    profiles = List.copyOf(profiles);
  }

  /**
   * An AAC track; timescale, channels and media profile come from the AudioSpecificConfig.
   *
   * @param config the AudioSpecificConfig, an encoder's extradata
   * @param channels used when the configuration does not tell the number itself
   * @throws dev.reelway.isobmff.codec.BitstreamException if {@code config} is cut short
   */
  public static AudioTrack aac(
      Bytes config,
      int channels,
      BitRateBox bitRate,
      long primingSamples,
      String language,
      String name) {
    AudioSpecificConfig parsed = AudioSpecificConfig.parse(config);
    AudioSampleEntry entry =
        AudioSampleEntry.mpeg4(
            parsed.channels() == 0 ? channels : parsed.channels(),
            parsed.sampleRate(),
            ElementaryStreamDescriptorBox.mpeg4Audio(config, bitRate),
            bitRate);
    List<MediaProfile> profiles = MediaProfile.ofAac(parsed).stream().toList();
    return new AudioTrack(parsed.sampleRate(), entry, primingSamples, profiles, language, name);
  }
}
