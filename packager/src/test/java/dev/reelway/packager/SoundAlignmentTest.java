package dev.reelway.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.media.testing.SmallMasters;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound comes out as long as the picture and at the same instants as in the master. */
class SoundAlignmentTest {

  private static final int RATE = 48_000;
  private static final int FRAME = SegmentGrid.AAC_FRAME_SAMPLES;
  private static final int[] BEEPS = {24_024, 96_096, 168_168, 240_240, 312_312};
  private static final int SAMPLES_OF_210_FRAMES = 336_336;

  @TempDir Path folder;

  @Test
  void flashAndBeep_afterEncoding_areWithinAMillisecond() throws IOException, InterruptedException {
    PackagedTitle title = title(SmallMasters.path("flash-and-beep.mp4"));
    RungPlan rung = title.plan().rungs().get(0);

    List<Rational> flashes = flashes(title, rung);
    float[] sound = sound(title);

    assertThat(flashes).hasSize(BEEPS.length);
    for (int i = 0; i < BEEPS.length; i++) {
      double beepSeconds = (double) Sweep.find(sound, BEEPS[i]) / RATE;
      assertThat(beepSeconds).isCloseTo(flashes.get(i).toDouble(), within(0.001));
      assertThat(Sweep.find(sound, BEEPS[i])).isCloseTo(BEEPS[i], within(1));
    }
  }

  @Test
  void soundTrack_withPicture_hasThePlannedSamples() throws IOException, InterruptedException {
    PackagedTitle title = title(SmallMasters.path("flash-and-beep.mp4"));
    AudioPlan audio = title.plan().audio().get(0);
    FragmentedFile file = title.read(audio.track());
    List<SegmentEntry> segments = title.segments(audio.track());

    assertThat(audio.samples()).isEqualTo(SAMPLES_OF_210_FRAMES);
    assertThat(file.track().mediaStartTicks()).isEqualTo(FRAME);
    long frame = 0;
    for (int i = 0; i < segments.size(); i++) {
      ScannedFragment fragment = file.fragments().get(i);
      assertThat(fragment.baseDecodeTimeTicks()).isEqualTo(frame * FRAME);
      Rational start = title.plan().grid().start(i).seconds().times(RATE);
      assertThat((double) segments.get(i).startTicks())
          .as("start of segment " + (i + 1))
          .isCloseTo(start.toDouble(), within(FRAME / 2.0));
      frame += fragment.samples().size();
    }
    assertThat(frame).isEqualTo(audio.frames());
    assertThat(sound(title).length - audio.samples()).isBetween(0L, FRAME - 1L);
  }

  @Test
  void soundThatStartsLate_isSilentUntilThen() throws IOException, InterruptedException {
    PackagedTitle title = title(SmallMasters.path("late-sound.mp4"));
    float[] sound = sound(title);
    int late = RATE * 7 / 10;

    assertThat(title.plan().audio().get(0).samples()).isEqualTo(SAMPLES_OF_210_FRAMES);
    for (int i = 0; i < late; i++) {
      assertThat(Math.abs(sound[i])).isLessThan(0.001f);
    }
    for (int i = 0; i < BEEPS.length - 1; i++) {
      assertThat(Sweep.find(sound, BEEPS[i] + late)).isCloseTo(BEEPS[i] + late, within(1));
    }
  }

  @Test
  void soundThatStartsEarly_isCutToThePicture() throws IOException, InterruptedException {
    PackagedTitle title = title(SmallMasters.path("early-sound.mp4"));
    float[] sound = sound(title);
    int early = RATE / 2;

    assertThat(title.plan().audio().get(0).samples()).isEqualTo(SAMPLES_OF_210_FRAMES);
    for (int beep : BEEPS) {
      assertThat(Sweep.find(sound, beep - early)).isCloseTo(beep - early, within(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {48_000, 44_100, 96_000})
  void soundWithoutPicture_atAnyRate_keepsEverySampleInPlace(int rate)
      throws IOException, InterruptedException {
    int position = rate + 4321;
    PackagedTitle title = title(wave(rate, 3 * rate, position));
    float[] sound = sound(title);

    int expected = (int) Math.round((double) position * RATE / rate);
    assertThat(title.plan().audio().get(0).samples()).isEqualTo(3L * RATE);
    assertThat(Sweep.find(sound, expected)).isCloseTo(expected, within(1));
  }

  @Test
  void audioOnly_compressedMaster_isPackagedWhole() throws IOException, InterruptedException {
    PackagedTitle title = title(SmallMasters.path("audio-only.m4a"));
    AudioPlan audio = title.plan().audio().get(0);

    assertThat(title.plan().rungs()).isEmpty();
    assertThat(title.segments(audio.track())).hasSize(title.plan().grid().segmentCount());
    assertThat(sound(title).length - audio.samples()).isBetween(0L, FRAME - 1L);
  }

  private PackagedTitle title(Path master) throws InterruptedException {
    return PackagedTitle.of(
        new InProcessMediaEngine(),
        master,
        new int[] {144},
        new MemoryObjectStore(),
        folder.resolve("scratch"));
  }

  private float[] sound(PackagedTitle title) throws IOException {
    String track = title.plan().audio().get(0).track();
    return FfmpegProgram.sound(title.write(track, folder.resolve("sound.mp4")));
  }

  /** When the white pictures are shown, by the boxes: libavformat shifts signed offsets. */
  private List<Rational> flashes(PackagedTitle title, RungPlan rung) throws IOException {
    FragmentedFile file = title.read(rung.track());
    List<Long> times = new ArrayList<>();
    for (ScannedFragment fragment : file.fragments()) {
      long decode = fragment.baseDecodeTimeTicks();
      for (Sample sample : fragment.samples()) {
        times.add(decode + sample.compositionOffsetTicks());
        decode += sample.durationTicks();
      }
    }
    Collections.sort(times);
    List<Integer> brightness =
        FfmpegProgram.brightness(title.write(rung.track(), folder.resolve("picture.mp4")));
    assertThat(brightness).hasSameSizeAs(times);
    List<Rational> flashes = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      if (brightness.get(i) > 128) {
        flashes.add(new Rational(times.get(i), file.track().timescale()));
      }
    }
    return flashes;
  }

  /** A stereo WAV file, silent but for the sweep. */
  private Path wave(int rate, int samples, int position) throws IOException {
    int dataBytes = samples * 4;
    ByteBuffer wave = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + dataBytes);
    wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wave.putShort((short) 1).putShort((short) 2).putInt(rate).putInt(rate * 4);
    wave.putShort((short) 4).putShort((short) 16);
    wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(dataBytes);
    int length = Sweep.SAMPLES * rate / RATE;
    for (int i = 0; i < samples; i++) {
      int n = i - position;
      short value = n >= 0 && n < length ? (short) (20_000 * Sweep.at(n, rate)) : 0;
      wave.putShort(value).putShort(value);
    }
    return Files.write(folder.resolve("wave-" + rate + ".wav"), wave.array());
  }
}
