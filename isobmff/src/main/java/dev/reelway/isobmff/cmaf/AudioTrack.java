package dev.reelway.isobmff.cmaf;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.box.Ac3SpecificBox;
import dev.reelway.isobmff.box.AudioSampleEntry;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.Ec3SpecificBox;
import dev.reelway.isobmff.box.ElementaryStreamDescriptorBox;
import dev.reelway.isobmff.box.OpusSpecificBox;
import dev.reelway.isobmff.codec.AudioSpecificConfig;
import dev.reelway.isobmff.codec.DolbyFrame;
import dev.reelway.isobmff.codec.OpusHead;
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

  private static final int OPUS_RATE = 48_000;

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

  /**
   * An AC-3 or E-AC-3 track.
   *
   * @param firstFrame the first encoded frame, whose head all frames share
   * @throws dev.reelway.isobmff.codec.BitstreamException if it is no such frame
   */
  public static AudioTrack dolby(
      byte[] firstFrame, BitRateBox bitRate, long primingSamples, String language, String name) {
    DolbyFrame frame = DolbyFrame.parse(firstFrame);
    AudioSampleEntry entry =
        frame.enhanced()
            ? AudioSampleEntry.of(
                AudioSampleEntry.EAC3,
                frame.channels(),
                frame.sampleRate(),
                new Ec3SpecificBox((int) (bitRate.averageBitrate() / 1000), frame),
                bitRate)
            : AudioSampleEntry.of(
                AudioSampleEntry.AC3,
                frame.channels(),
                frame.sampleRate(),
                new Ac3SpecificBox(frame),
                bitRate);
    return new AudioTrack(
        frame.sampleRate(), entry, primingSamples, List.of(MediaProfile.CEAC), language, name);
  }

  /**
   * An Opus track; its clock always runs at 48 kHz. CMAF names no media profile for it.
   *
   * @param head the Opus header, an encoder's extradata
   * @throws dev.reelway.isobmff.codec.BitstreamException if {@code head} is cut short
   */
  public static AudioTrack opus(byte[] head, BitRateBox bitRate, String language, String name) {
    OpusHead parsed = OpusHead.parse(head);
    AudioSampleEntry entry =
        AudioSampleEntry.of(
            AudioSampleEntry.OPUS,
            parsed.channels(),
            OPUS_RATE,
            new OpusSpecificBox(parsed),
            bitRate);
    return new AudioTrack(OPUS_RATE, entry, parsed.preSkip(), List.of(), language, name);
  }
}
