package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.plan.AudioMix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One sound of a title, whatever number of streams carry it.
 *
 * @param first the stream whose language, name and role count
 * @param stereo what the stereo renditions are made of
 * @param surround what the surround renditions are made of, absent if there is no surround
 */
record SoundSource(AudioStream first, Channels stereo, Optional<Channels> surround) {

  /**
   * Channels of streams in one file.
   *
   * @param inputs the streams
   */
  record Channels(List<AudioMix.Input> inputs) {

    /** Defensive copy. */
    Channels {
      inputs = List.copyOf(inputs);
    }

    /** One stream with the loudspeakers of its own layout. */
    static Channels of(AudioStream stream) {
      return new Channels(
          List.of(
              new AudioMix.Input(
                  stream.index(), Speakers.of(stream.channelLayout(), stream.channels()))));
    }

    /** Mono streams, one for each of {@code speakers}. */
    static Channels of(List<AudioStream> streams, List<String> speakers) {
      List<AudioMix.Input> inputs = new ArrayList<>();
      for (int i = 0; i < speakers.size(); i++) {
        inputs.add(new AudioMix.Input(streams.get(i).index(), List.of(speakers.get(i))));
      }
      return new Channels(inputs);
    }

    List<String> speakers() {
      return inputs.stream().flatMap(input -> input.speakers().stream()).toList();
    }

    AudioMix mixedTo(int channels) {
      return new AudioMix(inputs, Downmix.rows(speakers(), channels));
    }
  }

  /** One stream by itself. */
  static SoundSource of(AudioStream stream) {
    Channels channels = Channels.of(stream);
    boolean surround = Downmix.richest(channels.speakers()) > Downmix.STEREO;
    return new SoundSource(stream, channels, surround ? Optional.of(channels) : Optional.empty());
  }
}
