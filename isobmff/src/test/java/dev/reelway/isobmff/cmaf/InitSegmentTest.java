package dev.reelway.isobmff.cmaf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.isobmff.BoxDump;
import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.Golden;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.PixelAspectRatioBox;
import dev.reelway.isobmff.box.TrackHeaderBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.codec.AudioSpecificConfig;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitSegmentTest {
  @Test
  void of_videoTrack_hasTheBoxesOfCmaf() throws IOException {
    Golden.assertMatches("cmaf/video-init.txt", dump(Examples.videoInit()));
  }

  @Test
  void of_audioTrack_hasTheBoxesOfCmaf() throws IOException {
    Golden.assertMatches("cmaf/audio-init.txt", dump(Examples.audioInit()));
  }

  @Test
  void of_sameTrack_givesSameBytes() {
    assertThat(Examples.videoInit().toBytes()).isEqualTo(Examples.videoInit().toBytes());
  }

  @Test
  void of_widePixels_showsSquarePixelWidth() {
    VisualSampleEntry square = Examples.avcEntry();
    List<Box> children = List.of(square.children().get(0), new PixelAspectRatioBox(16, 15));
    VideoTrack track =
        new VideoTrack(
            25_000,
            new VisualSampleEntry(VisualSampleEntry.AVC, 720, 576, "", children),
            List.of(),
            "");

    TrackHeaderBox header =
        InitSegment.of(track).movie().container(ContainerBox.TRACK).require(TrackHeaderBox.class);

    assertThat(header.width16Dot16() >> 16).isEqualTo(768);
    assertThat(header.height16Dot16() >> 16).isEqualTo(576);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 40, 1920, 1080, 30000, 1001, 1, CFHD",
    "100, 30,  640,  360, 60,    1,    1, CFHD",
    "100, 42, 1920, 1080, 60,    1,    1, CHDF",
    "100, 30,  720,  576, 25,    1,    5, ",
    "100, 40, 1920, 1080, 61,    1,    1, ",
    "100, 51, 3840, 2160, 30,    1,    1, ",
    " 77, 30,  640,  360, 30,    1,    1, ",
    "100, 40, 1920, 1080, 30,    1,    9, "
  })
  void ofAvc_track_givesProfile(
      int profile,
      int level,
      int width,
      int height,
      long frames,
      long seconds,
      int primaries,
      MediaProfile expected) {
    AvcDecoderConfiguration avc =
        new AvcDecoderConfiguration(profile, 0, level, 4, List.of(), List.of(), Optional.empty());
    ColourInformationBox colour = new ColourInformationBox(primaries, primaries, primaries, false);

    assertThat(MediaProfile.ofAvc(avc, width, height, colour, frames, seconds))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void ofAvc_bt601_isStandardDefinition() {
    AvcDecoderConfiguration avc =
        new AvcDecoderConfiguration(100, 0, 30, 4, List.of(), List.of(), Optional.empty());

    assertThat(MediaProfile.ofAvc(avc, 720, 576, new ColourInformationBox(5, 6, 5, false), 25, 1))
        .contains(MediaProfile.CFSD);
  }

  @Test
  void ofAac_channelsAndRate_giveProfile() {
    assertThat(MediaProfile.ofAac(new AudioSpecificConfig(2, 48_000, 2)))
        .contains(MediaProfile.CAAC);
    assertThat(MediaProfile.ofAac(new AudioSpecificConfig(2, 48_000, 6)))
        .contains(MediaProfile.CAMC);
    assertThat(MediaProfile.ofAac(new AudioSpecificConfig(2, 96_000, 2))).isEmpty();
  }

  @Test
  void bytes_segmentType_areFixed() throws IOException {
    Golden.assertMatches("cmaf/segment-type.txt", BoxDump.of(Boxes.read(SegmentType.bytes(), 0)));
  }

  private static String dump(InitSegment segment) {
    return BoxDump.of(Boxes.read(segment.toBytes(), 0));
  }
}
