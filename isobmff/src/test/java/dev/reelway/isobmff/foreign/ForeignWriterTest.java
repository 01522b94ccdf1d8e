package dev.reelway.isobmff.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import dev.reelway.isobmff.read.TopLevelBox;
import dev.reelway.isobmff.read.TopLevelWalk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libavformat writes is read here as libavformat itself reads it. */
class ForeignWriterTest {
  private static final String VIDEO =
      "-f lavfi -i testsrc2=size=320x180:rate=25 -frames:v 60 -c:v libx264 -threads 1 -preset faster"
          + " -profile:v high -level 4.0 -pix_fmt yuv420p -g 24 -bf 3"
          + " -vf setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";
  private static final String AUDIO =
      "-f lavfi -i sine=frequency=440:sample_rate=44100:duration=2 -ac 2 -c:a aac -b:a 96k";

  @TempDir Path folder;
  private Libav libav;

  @BeforeEach
  void setUp() {
    libav = new Libav(folder);
  }

  @Test
  void scan_cmafVideo_equalsProbedPackets() throws Exception {
    libav.ffmpeg(VIDEO + " -movflags frag_keyframe+empty_moov+default_base_moof+cmaf theirs.mp4");

    FragmentedFile file = scan("theirs.mp4");

    assertThat(file.track().codec()).isEqualTo("avc1.640028");
    assertThat(file.track().timescale()).isEqualTo(12_800);
    assertThat(file.fragments()).hasSize(3).allMatch(ScannedFragment::startsWithSync);
    assertThat(file.durationTicks()).isEqualTo(60 * 512);
    assertSamePackets(file, libav.packets("theirs.mp4"));
  }

  @Test
  void scan_cmafAudio_equalsProbedPackets() throws Exception {
    libav.ffmpeg(
        AUDIO
            + " -movflags empty_moov+default_base_moof+cmaf+delay_moov -frag_duration 500000 theirs.mp4");

    FragmentedFile file = scan("theirs.mp4");

    assertThat(file.track().codec()).isEqualTo("mp4a.40.2");
    assertThat(file.track().sampleRate()).isEqualTo(44_100);
    assertThat(file.track().channels()).isEqualTo(2);
    assertSamePackets(file, libav.packets("theirs.mp4"));
  }

  @Test
  void read_cmafInit_isRewrittenWithoutLoss() throws Exception {
    libav.ffmpeg(VIDEO + " -movflags frag_keyframe+empty_moov+default_base_moof+cmaf theirs.mp4");

    byte[] init = scan("theirs.mp4").initSegment().toArray();

    assertThat(Boxes.write(Boxes.read(init, 0))).isEqualTo(init);
  }

  @Test
  void read_progressiveMovie_isRewrittenWithoutLoss() throws Exception {
    libav.ffmpeg(VIDEO + " theirs.mp4");
    byte[] movie;
    try (FileChannel channel = FileChannel.open(folder.resolve("theirs.mp4"))) {
      ByteSource source = ByteSource.of(channel);
      TopLevelBox box =
          TopLevelWalk.of(source).stream()
              .filter(candidate -> candidate.type().equals(ContainerBox.MOVIE))
              .findFirst()
              .orElseThrow();
      movie = source.read(box.offset(), (int) box.presentBytes());
    }

    assertThat(Boxes.write(Boxes.read(movie, 0))).isEqualTo(movie);
  }

  @Test
  void walk_quickTimeMaster_givesDataExtent() throws Exception {
    libav.ffmpeg(VIDEO + " theirs.mov");

    List<TopLevelBox> boxes;
    try (FileChannel channel = FileChannel.open(folder.resolve("theirs.mov"))) {
      boxes = TopLevelWalk.of(ByteSource.of(channel));
    }

    assertThat(boxes).allMatch(TopLevelBox::isWhole);
    assertThat(boxes)
        .extracting(box -> box.type().toString())
        .containsExactly("ftyp", "wide", "mdat", "moov");
    long packetBytes =
        libav.packets("theirs.mov").stream().mapToLong(ProbedPacket::sizeBytes).sum();
    assertThat(boxes.get(2).payloadBytes()).isEqualTo(packetBytes);
  }

  private FragmentedFile scan(String name) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(name))) {
      return FragmentedFile.read(ByteSource.of(channel));
    }
  }

  private static void assertSamePackets(FragmentedFile file, List<ProbedPacket> probed) {
    int index = 0;
    List<Sample> samples = file.fragments().stream().flatMap(f -> f.samples().stream()).toList();
    long shift = ForeignReaderTest.presentationShift(samples);
    long start = file.track().mediaStartTicks();
    for (ScannedFragment fragment : file.fragments()) {
      long decode = fragment.baseDecodeTimeTicks();
      long position = fragment.payloadOffset();
      for (Sample sample : fragment.samples()) {
        ProbedPacket packet = probed.get(index++);
        assertThat(packet.pts())
            .isEqualTo(decode + sample.compositionOffsetTicks() + shift - start);
        assertThat(packet.dts()).isEqualTo(decode - start);
        assertThat(sample.durationTicks()).isEqualTo(packet.durationTicks());
        assertThat(sample.sizeBytes()).isEqualTo(packet.sizeBytes());
        assertThat(sample.sync()).isEqualTo(packet.key());
        assertThat(position).isEqualTo(packet.position());
        decode += sample.durationTicks();
        position += sample.sizeBytes();
      }
    }
    assertThat(index).isEqualTo(probed.size());
  }
}
