package dev.reelway.isobmff.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoxRoundTripTest {
  static Stream<Box> boxes() {
    return BoxExamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void read_writtenBox_givesEqualBoxAndBytes(Box box) {
    byte[] bytes = box.toBytes();

    List<Box> read = Boxes.read(bytes, 0);

    assertThat(read).containsExactly(box);
    assertThat(read.get(0).toBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void read_anyCut_throwsBoxException(Box box) {
    byte[] bytes = box.toBytes();
    for (int size = 1; size < bytes.length; size++) {
      byte[] cut = Arrays.copyOf(bytes, size);
      assertThatThrownBy(() -> Boxes.read(cut, 0)).isInstanceOf(BoxException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void read_payloadCutButSizeRight_throwsNothingElse(Box box) {
    byte[] bytes = box.toBytes();
    for (int size = BoxHeader.SHORT_BYTES; size < bytes.length; size++) {
      byte[] cut = Arrays.copyOf(bytes, size);
      cut[0] = (byte) (size >>> 24);
      cut[1] = (byte) (size >>> 16);
      cut[2] = (byte) (size >>> 8);
      cut[3] = (byte) size;
      try {
        assertThat(Boxes.read(cut, 0)).hasSize(1);
      } catch (BoxException e) {
        assertThat(e).hasMessageContaining(e.boxType());
      }
    }
  }

  @Test
  void examples_everyKnownType_isCovered() {
    Set<FourCc> covered = new HashSet<>();
    BoxExamples.all().forEach(box -> collect(box, covered));

    assertThat(covered).containsAll(BoxTypes.known());
  }

  private static void collect(Box box, Set<FourCc> covered) {
    covered.add(box.type());
    if (box instanceof ContainerBox container) {
      container.children().forEach(child -> collect(child, covered));
    }
  }
}
