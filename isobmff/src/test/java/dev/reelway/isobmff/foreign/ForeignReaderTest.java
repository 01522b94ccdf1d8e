package dev.reelway.isobmff.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.AvcConfigurationBox;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.PixelAspectRatioBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.cmaf.AudioTrack;
import dev.reelway.isobmff.cmaf.Fragment;
import dev.reelway.isobmff.cmaf.InitSegment;
import dev.reelway.isobmff.cmaf.MediaProfile;
import dev.reelway.isobmff.cmaf.SegmentType;
import dev.reelway.isobmff.cmaf.VideoTrack;
import dev.reelway.isobmff.codec.AnnexB;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import dev.reelway.isobmff.codec.LengthPrefixed;
import dev.reelway.isobmff.codec.NalUnitType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** libavformat reads what is written here: same times, sizes, flags, pictures and sound. */
class ForeignReaderTest {
  private static final int TICKS_PER_FRAME = 1001;
  private static final int GROUP = 24;
  private static final int ADTS_HEADER_BYTES = 7;
  private static final int AAC_FRAME = 1024;

  @TempDir Path folder;
  private Libav libav;

  @BeforeEach
  void setUp() {
    libav = new Libav(folder);
  }

  @Test
  void video_ourFile_hasTheEncodersTimesSizesAndFlags() throws Exception {
    EncodedStream encoded = encodeVideo();
    List<Sample> samples = writeVideo(encoded);

    List<ProbedPacket> probed = libav.packets("ours.mp4");

    assertThat(probed).hasSameSizeAs(samples);
    long shift = presentationShift(samples);
    for (int i = 0; i < samples.size(); i++) {
      ProbedPacket packet = probed.get(i);
      assertThat(packet.pts()).isEqualTo(encoded.packets().get(i).pts * TICKS_PER_FRAME + shift);
      assertThat(packet.dts()).isEqualTo((long) i * TICKS_PER_FRAME);
      assertThat(packet.durationTicks()).isEqualTo(TICKS_PER_FRAME);
      assertThat(packet.sizeBytes()).isEqualTo(samples.get(i).sizeBytes());
      assertThat(packet.key()).isEqualTo(encoded.packets().get(i).key);
    }
  }

  @Test
  void video_ourFile_decodesToTheEncodersPictures() throws Exception {
    writeVideo(encodeVideo());

    libav.ffmpeg("-xerror -i ours.mp4 -f framemd5 ours.txt");
    libav.ffmpegOnRaw("-xerror -r 30000/1001 -i raw.h264 -f framemd5 raw.txt");

    assertThat(hashes("ours.txt")).hasSize(2 * GROUP).isEqualTo(hashes("raw.txt"));
  }

  @Test
  void video_ourFile_isDescribedAsPlanned() throws Exception {
    writeVideo(encodeVideo());

    assertThat(
            libav.stream(
                "ours.mp4",
                "codec_tag_string,profile,width,height,level,sample_aspect_ratio,color_range,"
                    + "color_space,color_transfer,color_primaries,avg_frame_rate"))
        .isEqualTo("High,avc1,320,180,1:1,40,tv,bt709,bt709,bt709,30000/1001");
  }

  @Test
  void video_samples_startWithPicturesOnly() throws Exception {
    EncodedStream encoded = encodeVideo();

    List<NalUnitType> first =
        LengthPrefixed.types(AnnexB.toLengthPrefixed(encoded.packets().get(0).data));

    assertThat(first).containsOnly(NalUnitType.IDR_SLICE);
    assertThat(encoded.packets())
        .allMatch(
            packet ->
                packet.key
                    == (AnnexB.firstVcl(packet.data).orElseThrow() == NalUnitType.IDR_SLICE));
  }

  @Test
  void audio_ourFile_hasPrimingTrimmedAndSoundKept() throws Exception {
    EncodedStream encoded = encodeAudio();
    writeAudio(encoded);

    List<ProbedPacket> probed = libav.packets("ours-audio.mp4");
    libav.ffmpeg("-xerror -i ours-audio.mp4 -f s16le ours.pcm");
    libav.ffmpegOnRaw("-xerror -i a.adts -f s16le raw.pcm");

    assertThat(probed).hasSameSizeAs(encoded.packets());
    for (int i = 0; i < probed.size(); i++) {
      assertThat(probed.get(i).pts()).isEqualTo((long) (i - 1) * AAC_FRAME);
      assertThat(probed.get(i).sizeBytes()).isEqualTo(encoded.packets().get(i).data.length);
    }
    byte[] raw = Files.readAllBytes(folder.resolve("raw.pcm"));
    assertThat(Files.readAllBytes(folder.resolve("ours.pcm")))
        .isEqualTo(Arrays.copyOfRange(raw, AAC_FRAME * 4, raw.length));
    assertThat(
            libav.stream(
                "ours-audio.mp4", "codec_name,profile,sample_rate,channels:stream_tags=language"))
        .isEqualTo("aac,LC,48000,2,eng");
  }

  /**
   * libavformat never lets a presentation time fall below its decode time: it delays all of them by
   * the most negative offset, in files of its own as well. The spec and players do not.
   */
  static long presentationShift(List<Sample> samples) {
    return -samples.stream().mapToLong(Sample::compositionOffsetTicks).min().orElse(0);
  }

  private EncodedStream encodeVideo() throws IOException, InterruptedException {
    libav.ffmpeg(
        "-f lavfi -i testsrc2=size=320x180:rate=30000/1001 -frames:v 48 -map 0:v -c:v libx264"
            + " -threads 1 -preset faster -profile:v high -level 4.0 -pix_fmt yuv420p -g 24"
            + " -bf 3 -vf setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
            + " -f tee [f=h264]raw.h264|[f=framecrc]video.txt");
    return EncodedStream.read(folder.resolve("video.txt"), folder.resolve("raw.h264"), 0);
  }

  private EncodedStream encodeAudio() throws IOException, InterruptedException {
    libav.ffmpeg(
        "-f lavfi -i sine=frequency=440:sample_rate=48000:duration=1 -map 0:a -ac 2 -c:a aac"
            + " -b:a 96k -f tee [f=adts]a.adts|[f=framecrc]audio.txt");
    return EncodedStream.read(
        folder.resolve("audio.txt"), folder.resolve("a.adts"), ADTS_HEADER_BYTES);
  }

  /** Decode times run evenly from 0, so that the first presentation time is the fragment's time. */
  private List<Sample> writeVideo(EncodedStream encoded) throws IOException {
    List<Sample> samples = new ArrayList<>();
    List<byte[]> payload = new ArrayList<>();
    for (EncodedStream.Packet packet : encoded.packets()) {
      byte[] bytes = AnnexB.toLengthPrefixed(packet.data);
      long offset = (packet.pts - samples.size()) * TICKS_PER_FRAME;
      samples.add(new Sample(TICKS_PER_FRAME, bytes.length, offset, packet.key));
      payload.add(bytes);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("ours.mp4"))) {
      out.write(videoInit(encoded.packets().get(0).data).toBytes());
      for (int i = 0; i < samples.size(); i += GROUP) {
        new Fragment(i / GROUP + 1, (long) i * TICKS_PER_FRAME, samples.subList(i, i + GROUP))
            .writeTo(out, payload.subList(i, i + GROUP));
      }
    }
    return samples;
  }

  private static InitSegment videoInit(byte[] firstPacket) {
    VisualSampleEntry entry =
        VisualSampleEntry.avc(
            320,
            180,
            new AvcConfigurationBox(AvcDecoderConfiguration.fromAnnexB(firstPacket)),
            ColourInformationBox.BT_709,
            PixelAspectRatioBox.SQUARE,
            Examples.BIT_RATE);
    return InitSegment.of(new VideoTrack(30_000, entry, List.of(MediaProfile.CFHD), "Video"));
  }

  /** Written as segments with {@code styp}, ten frames each. */
  private void writeAudio(EncodedStream encoded) throws IOException {
    Bytes config = Examples.AAC_CONFIG;
    try (OutputStream out = Files.newOutputStream(folder.resolve("ours-audio.mp4"))) {
      AudioTrack track = AudioTrack.aac(config, 2, Examples.BIT_RATE, AAC_FRAME, "eng", "Audio");
      out.write(InitSegment.of(track).toBytes());
      List<EncodedStream.Packet> packets = encoded.packets();
      for (int i = 0; i < packets.size(); i += 10) {
        List<byte[]> payload =
            packets.subList(i, Math.min(i + 10, packets.size())).stream()
                .map(packet -> packet.data)
                .toList();
        List<Sample> samples =
            payload.stream().map(data -> new Sample(AAC_FRAME, data.length, 0, true)).toList();
        out.write(SegmentType.bytes());
        new Fragment(i / 10 + 1, (long) i * AAC_FRAME, samples).writeTo(out, payload);
      }
    }
  }

  private List<String> hashes(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }
}
