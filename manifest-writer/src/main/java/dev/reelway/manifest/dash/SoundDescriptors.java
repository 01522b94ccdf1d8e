package dev.reelway.manifest.dash;

import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.manifest.AudioRendition;
import dev.reelway.manifest.dash.Descriptor.Element;
import java.util.ArrayList;
import java.util.List;

/** What a player must know to choose a sound. */
final class SoundDescriptors {

  private static final String CHANNEL_CONFIGURATION =
      "urn:mpeg:dash:23003:3:audio_channel_configuration:2011";
  private static final String DOLBY_CHANNELS =
      "tag:dolby.com,2014:dash:audio_channel_configuration:2011";
  private static final String AUDIO_PURPOSE = "urn:tva:metadata:cs:AudioPurposeCS:2007";
  private static final String FOR_VISUALLY_IMPAIRED = "1";

  private SoundDescriptors() {}

  static List<Descriptor> of(AudioRendition rendition) {
    List<Descriptor> descriptors = new ArrayList<>();
    descriptors.add(channels(rendition.track()));
    switch (rendition.track().role()) {
      case COMMENTARY -> descriptors.add(Descriptor.role("commentary"));
      case DUB -> descriptors.add(Descriptor.role("dub"));
      case DESCRIPTION -> {
        descriptors.add(
            new Descriptor(Element.Accessibility, AUDIO_PURPOSE, FOR_VISUALLY_IMPAIRED));
        descriptors.add(Descriptor.role("description"));
      }
      case MAIN, SDH, FORCED -> {}
    }
    // dash.js looks for this one to choose by.
    if (rendition.isDefault()) {
      descriptors.add(Descriptor.mainRole());
    }
    return descriptors;
  }

  private static Descriptor channels(AudioTrack track) {
    boolean dolby = track.codec().equals("ac-3") || track.codec().equals("ec-3");
    return new Descriptor(
        Element.AudioChannelConfiguration,
        dolby ? DOLBY_CHANNELS : CHANNEL_CONFIGURATION,
        dolby ? dolbyChannels(track.channels()) : mpegChannels(track.channels()));
  }

  /**
   * ChannelConfiguration of ISO/IEC 23003-3: up to six channels it is their number, 7.1 in its
   * usual layout is 12.
   */
  private static String mpegChannels(int channels) {
    return Integer.toString(channels == 8 ? 12 : channels);
  }

  /**
   * One bit per loudspeaker: L C R Ls Rs from the left, the bass rightmost (TS 102 366 annex I).
   */
  private static String dolbyChannels(int channels) {
    return channels == 2 ? "A000" : "F801";
  }
}
