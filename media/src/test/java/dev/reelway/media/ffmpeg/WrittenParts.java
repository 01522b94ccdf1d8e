package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.isobmff.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Part files with fragments as a test wants them. */
public final class WrittenParts {

  /** AAC-LC, 48 kHz, stereo. */
  private static final byte[] AUDIO_SPECIFIC_CONFIG = {0x11, (byte) 0x90};

  /**
   * One fragment.
   *
   * @param startTicks its decode time
   * @param number its sequence number
   * @param samples in decode order
   * @param payload their bytes
   */
  public record Piece(long startTicks, int number, List<Sample> samples, List<byte[]> payload) {}

  private WrittenParts() {}

  /** Writes a rung's part with the parameter sets of a real encoder. */
  public static void video(Path file, RungPlan rung, long timescale, List<Piece> pieces)
      throws IOException {
    try (VideoEncoder encoder = new VideoEncoder(rung, 25, false);
        PartFile part =
            PartFile.video(
                file, rung, timescale, VideoBitstream.of(rung, encoder.parameterSets()))) {
      write(part, pieces);
    }
  }

  /** Writes a sound track's part. */
  public static void audio(Path file, AudioPlan plan, List<Piece> pieces) throws IOException {
    try (PartFile part = PartFile.audio(file, plan, AUDIO_SPECIFIC_CONFIG, new byte[0])) {
      write(part, pieces);
    }
  }

  /** Writes a part of JPEG files. */
  public static void images(Path file, long timescale, List<Piece> pieces) throws IOException {
    try (PartFile part = PartFile.images(file, timescale, "Images")) {
      write(part, pieces);
    }
  }

  private static void write(PartFile part, List<Piece> pieces) throws IOException {
    for (Piece piece : pieces) {
      part.fragment(piece.number(), piece.startTicks(), piece.samples(), piece.payload());
    }
  }
}
