package dev.reelway.isobmff.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.cmaf.AudioTrack;
import dev.reelway.isobmff.cmaf.InitSegment;
import dev.reelway.isobmff.cmaf.VideoTrack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackDescriptionTest {
  @Test
  void of_videoInit_describesPictures() {
    TrackDescription track = TrackDescription.of(Examples.videoInit().toBytes());

    assertThat(track)
        .isEqualTo(
            new TrackDescription(
                TrackDescription.Kind.VIDEO,
                "avc1.640028",
                30_000,
                320,
                180,
                0,
                0,
                "und",
                0,
                Examples.avcEntry()));
    assertThat(track.sampleEntry().find(BitRateBox.class)).contains(Examples.BIT_RATE);
  }

  @Test
  void of_audioInit_describesSound() {
    TrackDescription track = TrackDescription.of(Examples.audioInit().toBytes());

    assertThat(track.kind()).isEqualTo(TrackDescription.Kind.AUDIO);
    assertThat(track.timescale()).isEqualTo(48_000);
    assertThat(track.sampleRate()).isEqualTo(48_000);
    assertThat(track.channels()).isEqualTo(2);
    assertThat(track.language()).isEqualTo("eng");
    assertThat(track.mediaStartTicks()).isEqualTo(1024);
  }

  @ParameterizedTest
  @CsvSource({"1190, mp4a.40.2", "2b11, mp4a.40.5"})
  void codecString_audioConfig_namesObjectType(String config, String expected) {
    AudioTrack track = AudioTrack.aac(Bytes.ofHex(config), 2, Examples.BIT_RATE, 0, "und", "");

    assertThat(CodecString.of(InitSegment.of(track).toBytes())).isEqualTo(expected);
  }

  @Test
  void of_sampleEntryWithoutConfiguration_isRefused() {
    VisualSampleEntry bare = new VisualSampleEntry(VisualSampleEntry.AVC, 2, 2, "", List.of());
    byte[] init = InitSegment.of(new VideoTrack(1, bare, List.of(), "")).toBytes();

    assertThatThrownBy(() -> TrackDescription.of(init))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining("avc1 at byte 0: holds no AvcConfigurationBox");
  }

  @Test
  void of_noMovie_isRefused() {
    assertThatThrownBy(() -> TrackDescription.of(new byte[0]))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining("0 movies");
  }
}
