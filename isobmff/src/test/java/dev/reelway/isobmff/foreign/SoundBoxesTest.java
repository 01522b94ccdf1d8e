package dev.reelway.isobmff.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.cmaf.AudioTrack;
import dev.reelway.isobmff.cmaf.InitSegment;
import dev.reelway.isobmff.read.TrackDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our dac3, dec3 and dOps are those that libavformat writes of the same stream. */
class SoundBoxesTest {

  private static final int DOLBY_PRIMING = 256;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ac3, 5.1(side), 48000, 448000, ac-3",
    "ac3, stereo, 44100, 192000, ac-3",
    "eac3, 5.1(side), 48000, 384000, ec-3",
    "eac3, stereo, 48000, 96000, ec-3"
  })
  void dolby_configuration_isThatOfLibavformat(
      String encoder, String layout, int rate, long bits, String codec) throws Exception {
    encode("-c:a %s -b:a %d".formatted(encoder, bits), layout, rate, "raw." + encoder);
    TrackDescription theirs = theirs();
    byte[] first = Arrays.copyOf(Files.readAllBytes(folder.resolve("raw." + encoder)), 4096);

    AudioTrack ours =
        AudioTrack.dolby(first, new BitRateBox(0, bits, bits), DOLBY_PRIMING, "eng", "Sound");

    assertThat(configuration(ours)).isEqualTo(theirs.sampleEntry().children().get(0));
    TrackDescription read = TrackDescription.of(InitSegment.of(ours).toBytes());
    assertThat(read.codec()).isEqualTo(codec).isEqualTo(theirs.codec());
    assertThat(read.channels()).isEqualTo(theirs.channels());
    assertThat(read.sampleRate()).isEqualTo(rate).isEqualTo(theirs.sampleRate());
    assertThat(read.mediaStartTicks()).isEqualTo(DOLBY_PRIMING);
  }

  @ParameterizedTest
  @CsvSource({"stereo, 2", "5.1, 6", "7.1, 8"})
  void opus_configuration_isThatOfLibavformat(String layout, int channels) throws Exception {
    encode("-c:a libopus -b:a 256k", layout, 48_000, "raw.ogg");
    TrackDescription theirs = theirs();

    AudioTrack ours = AudioTrack.opus(headIn("raw.ogg"), Examples.BIT_RATE, "eng", "Sound");

    assertThat(configuration(ours)).isEqualTo(theirs.sampleEntry().children().get(0));
    TrackDescription read = TrackDescription.of(InitSegment.of(ours).toBytes());
    assertThat(read.codec()).isEqualTo("Opus").isEqualTo(theirs.codec());
    assertThat(read.channels()).isEqualTo(channels).isEqualTo(theirs.channels());
    assertThat(read.mediaStartTicks()).isEqualTo(312);
  }

  private static Box configuration(AudioTrack track) {
    return track.sampleEntry().children().get(0);
  }

  private void encode(String codec, String layout, int rate, String raw)
      throws IOException, InterruptedException {
    new Libav(folder)
        .ffmpeg(
            "-f lavfi -i sine=frequency=440:sample_rate=%d:duration=1 -map 0:a".formatted(rate)
                + " -af aformat=channel_layouts=%s %s".formatted(layout, codec)
                + " -f tee %s|[movflags=empty_moov+delay_moov]theirs.mp4".formatted(raw));
  }

  private TrackDescription theirs() throws IOException {
    return TrackDescription.of(Files.readAllBytes(folder.resolve("theirs.mp4")));
  }

  /** The first packet of an Ogg stream, which is its Opus header. */
  private byte[] headIn(String ogg) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(ogg));
    int segments = bytes[26] & 0xff;
    int size = 0;
    for (int i = 0; i < segments; i++) {
      size += bytes[27 + i] & 0xff;
    }
    return Arrays.copyOfRange(bytes, 27 + segments, 27 + segments + size);
  }
}
