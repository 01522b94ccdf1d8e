package dev.reelway.isobmff.cmaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.isobmff.BoxDump;
import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.Golden;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FragmentTest {
  @Test
  void writeTo_groupOfPictures_saysSharedThingsOnce() throws IOException {
    Golden.assertMatches(
        "cmaf/video-fragment.txt", dump(new Fragment(3, 90_000, Examples.GROUP_OF_PICTURES)));
  }

  @Test
  void writeTo_audioFrames_listsOnlySizes() throws IOException {
    List<Sample> frames = List.of(new Sample(1024, 3, 0, true), new Sample(1024, 5, 0, true));

    Golden.assertMatches("cmaf/audio-fragment.txt", dump(new Fragment(1, 0, frames)));
  }

  @Test
  void writeTo_unevenSamples_listsEverything() throws IOException {
    List<Sample> samples =
        List.of(
            new Sample(10, 1, 0, false), new Sample(20, 2, 5, true), new Sample(10, 1, 0, false));

    Golden.assertMatches("cmaf/uneven-fragment.txt", dump(new Fragment(1, 0, samples)));
  }

  @Test
  void writeTo_channelAndStream_giveSameBytes() throws IOException {
    Fragment fragment = new Fragment(1, 0, Examples.GROUP_OF_PICTURES);
    byte[] payload = new byte[(int) fragment.payloadBytes()];
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    ByteArrayOutputStream channel = new ByteArrayOutputStream();

    long written = fragment.writeTo(stream, List.of(payload));
    fragment.writeTo(
        Channels.newChannel(channel),
        List.of(ByteBuffer.wrap(payload, 0, 5), ByteBuffer.wrap(payload, 5, payload.length - 5)));

    assertThat(stream.toByteArray()).isEqualTo(channel.toByteArray()).hasSize((int) written);
  }

  @Test
  void writeTo_payloadTooShort_writesNothing() {
    Fragment fragment = new Fragment(1, 0, Examples.GROUP_OF_PICTURES);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> fragment.writeTo(out, List.of(new byte[3])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples take 16 bytes, payload has 3");
    assertThat(out.size()).isZero();
  }

  @Test
  void new_withoutSamples_isRefused() {
    assertThatThrownBy(() -> new Fragment(1, 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void scan_writtenFragment_givesTheSamplesBack(@ForAll("samples") List<Sample> samples)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(Examples.videoInit().toBytes());
    int initBytes = file.size();
    file.writeBytes(SegmentType.bytes());
    file.writeBytes(Examples.fragment(new Fragment(7, 1L << 33, samples)));

    FragmentedFile scanned = FragmentedFile.read(ByteSource.of(file.toByteArray()));

    assertThat(scanned.fragments()).hasSize(1);
    ScannedFragment fragment = scanned.fragments().get(0);
    assertThat(fragment.samples()).isEqualTo(samples);
    assertThat(fragment.sequenceNumber()).isEqualTo(7);
    assertThat(fragment.baseDecodeTimeTicks()).isEqualTo(1L << 33);
    assertThat(fragment.offset()).isEqualTo(initBytes + SegmentType.bytes().length);
    assertThat(fragment.end()).isEqualTo(file.size());
  }

  @Provide
  Arbitrary<List<Sample>> samples() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 0xffff_ffffL),
            Arbitraries.integers().between(0, 50),
            Arbitraries.longs().between(Integer.MIN_VALUE, Integer.MAX_VALUE),
            Arbitraries.of(true, false))
        .as(Sample::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static String dump(Fragment fragment) {
    List<Box> boxes = Boxes.read(Examples.fragment(fragment), 0);
    return BoxDump.of(boxes);
  }
}
