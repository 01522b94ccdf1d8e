package dev.reelway.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.LoudnessTarget;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.transcode.Plans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sound in one channel comes out of the right loudspeakers, as loud and when it should. */
class SoundLayoutsTest {

  private static final double HALF_POWER = Math.sqrt(0.5);
  private static final double[] BOTH = {HALF_POWER, HALF_POWER};
  private static final double[] LEFT = {1, 0};
  private static final double[] RIGHT = {0, 1};
  private static final double[] HALF_LEFT = {HALF_POWER, 0};
  private static final double[] HALF_RIGHT = {0, HALF_POWER};
  private static final double[] NOWHERE = {0, 0};
  private static final int NO_BASS = -1;
  private static final int BASS = 3;

  @TempDir Path folder;

  @Test
  void mono_isOnBothSidesAtHalfThePower() throws Exception {
    PackagedTitle title = title(ChannelPulses.stream(file("m.wav"), "mono", 1, NO_BASS), stereo());

    assertGains(title, plan(title, AudioCodec.AAC, 2), NO_BASS, BOTH);
  }

  @Test
  void stereo_staysAsItIs() throws Exception {
    PackagedTitle title =
        title(ChannelPulses.stream(file("s.wav"), "stereo", 2, NO_BASS), everyCodec());

    assertGains(title, plan(title, AudioCodec.AAC, 2), NO_BASS, LEFT, RIGHT);
    assertGains(title, plan(title, AudioCodec.OPUS, 2), NO_BASS, LEFT, RIGHT);
    assertThat(title.plan().audio()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(AudioCodec.class)
  void surroundAtTheSides_isKeptByEveryCodec(AudioCodec codec) throws Exception {
    PackagedTitle title =
        title(ChannelPulses.stream(file("s.mkv"), "5.1(side)", 6, BASS), everyCodec());

    assertUnchanged(title, plan(title, codec, 6));
  }

  @Test
  void surroundBehind_isMixedToStereo() throws Exception {
    PackagedTitle title = title(ChannelPulses.stream(file("b.wav"), "5.1", 6, BASS), stereo());

    assertGains(
        title,
        plan(title, AudioCodec.AAC, 2),
        BASS,
        LEFT,
        RIGHT,
        BOTH,
        NOWHERE,
        HALF_LEFT,
        HALF_RIGHT);
  }

  @Test
  void sevenDotOne_isKeptInAacAndMixedForDolby() throws Exception {
    PackagedTitle title = title(ChannelPulses.stream(file("7.wav"), "7.1", 8, BASS), everyCodec());

    assertUnchanged(title, plan(title, AudioCodec.AAC, 8));
    assertUnchanged(title, plan(title, AudioCodec.OPUS, 8));
    float[][] mixed = channels(title, plan(title, AudioCodec.EAC3, 6));
    assertThat(ChannelPulses.gain(mixed[4], 4, false)).isCloseTo(HALF_POWER, within(0.05));
    assertThat(ChannelPulses.gain(mixed[4], 6, false)).isCloseTo(HALF_POWER, within(0.05));
    assertThat(ChannelPulses.gain(mixed[5], 7, false)).isCloseTo(HALF_POWER, within(0.05));
  }

  @Test
  void eightMonoTracks_inQuickTime_areSurroundAndItsStereo() throws Exception {
    Path master = ChannelPulses.monoStreams(file("8.mov"), 8, BASS, "pcm_s24le");
    PackagedTitle title = title(master, everyCodec());

    float[][] surround = channels(title, plan(title, AudioCodec.AAC, 6));
    for (int channel = 0; channel < 6; channel++) {
      assertThat(ChannelPulses.gain(surround[channel], channel, channel == BASS))
          .as("channel " + channel)
          .isCloseTo(1, within(0.05));
    }
    float[][] stereo = channels(title, plan(title, AudioCodec.AAC, 2));
    assertThat(ChannelPulses.gain(stereo[0], 6, false)).isCloseTo(1, within(0.05));
    assertThat(ChannelPulses.gain(stereo[1], 7, false)).isCloseTo(1, within(0.05));
    assertThat(ChannelPulses.gain(stereo[0], 0, false)).isCloseTo(0, within(0.05));
    assertThat(title.plan().warnings())
        .extracting(finding -> finding.code())
        .contains("MONO_TRACKS_JOINED");
  }

  @Test
  void fourMonoTracks_areTwoPairs() throws Exception {
    Path master = ChannelPulses.monoStreams(file("4.mkv"), 4, NO_BASS, "pcm_s16le");
    PackagedTitle title = title(master, stereo());

    List<AudioPlan> plans = title.plan().audio();
    assertThat(plans).extracting(AudioPlan::name).containsExactly("Sound", "Sound 2");
    assertGains(title, plans.get(0), NO_BASS, LEFT, RIGHT, NOWHERE, NOWHERE);
    assertGains(title, plans.get(1), NO_BASS, NOWHERE, NOWHERE, LEFT, RIGHT);
  }

  @Test
  void loudness_whenAskedFor_isReachedAndReported() throws Exception {
    Profile.Audio settings =
        new Profile.Audio(
            128_000,
            48_000,
            OptionalLong.empty(),
            Map.of(),
            Profile.MonoTracks.AUTO,
            Optional.of(new LoudnessTarget(-30, -1)));
    PackagedTitle title =
        title(ChannelPulses.stream(file("l.wav"), "stereo", 2, NO_BASS), settings);

    Loudness.Applied loudness = title.loudness(title.plan().audio().get(0).track());
    assertThat(loudness.output().integratedLufs()).isCloseTo(-30, within(0.1));
    float[][] heard = channels(title, title.plan().audio().get(0));
    assertThat(20 * Math.log10(ChannelPulses.gain(heard[0], 0, false)))
        .isCloseTo(loudness.gain(), within(0.3));
  }

  private void assertUnchanged(PackagedTitle title, AudioPlan plan) throws IOException {
    float[][] heard = channels(title, plan);
    for (int channel = 0; channel < plan.channels(); channel++) {
      for (int output = 0; output < plan.channels(); output++) {
        assertThat(ChannelPulses.gain(heard[output], channel, channel == BASS))
            .as("channel %d in output %d of %s", channel, output, plan.codec())
            .isCloseTo(channel == output ? 1 : 0, within(0.05));
      }
    }
    assertInPlace(heard[0], 0);
    assertInPlace(heard[plan.channels() - 1], plan.channels() - 1);
  }

  private void assertGains(PackagedTitle title, AudioPlan plan, int bass, double[]... gains)
      throws IOException {
    float[][] heard = channels(title, plan);
    for (int channel = 0; channel < gains.length; channel++) {
      for (int output = 0; output < 2; output++) {
        assertThat(ChannelPulses.gain(heard[output], channel, channel == bass))
            .as("channel %d in output %d", channel, output)
            .isCloseTo(gains[channel][output], within(0.05));
      }
      if (gains[channel][0] > 0) {
        assertInPlace(heard[0], channel);
      }
    }
  }

  private static void assertInPlace(float[] heard, int channel) {
    int start = ChannelPulses.start(channel);
    assertThat(Sweep.find(heard, start)).isCloseTo(start, within(1));
  }

  private float[][] channels(PackagedTitle title, AudioPlan plan) throws IOException {
    Path file = title.write(plan.track(), file(plan.track() + ".mp4"));
    float[][] heard = FfmpegProgram.channels(file, plan.channels());
    assertThat(heard[0].length - plan.samples()).isBetween(0L, plan.codec().frameSamples() - 1L);
    return heard;
  }

  private static AudioPlan plan(PackagedTitle title, AudioCodec codec, int channels) {
    return title.plan().audio().stream()
        .filter(plan -> plan.codec() == codec && plan.channels() == channels)
        .findFirst()
        .orElseThrow();
  }

  private PackagedTitle title(Path master, Profile.Audio sound) throws InterruptedException {
    Profile ladder = Plans.ladder(1, 30, 144);
    return PackagedTitle.of(
        new InProcessMediaEngine(),
        master,
        new Profile(
            "sound",
            ladder.segmentSeconds(),
            ladder.gopSeconds(),
            ladder.interlaced(),
            ladder.video(),
            sound),
        new MemoryObjectStore(),
        folder.resolve("scratch"));
  }

  private static Profile.Audio stereo() {
    return Profile.Audio.stereo(192_000, 48_000);
  }

  private static Profile.Audio everyCodec() {
    return new Profile.Audio(
        192_000,
        48_000,
        OptionalLong.of(160_000),
        Map.of(
            AudioCodec.AAC,
            384_000L,
            AudioCodec.EAC3,
            448_000L,
            AudioCodec.AC3,
            640_000L,
            AudioCodec.OPUS,
            384_000L),
        Profile.MonoTracks.AUTO,
        Optional.empty());
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
