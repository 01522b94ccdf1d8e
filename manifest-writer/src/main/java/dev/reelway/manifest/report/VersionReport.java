package dev.reelway.manifest.report;

import dev.reelway.contracts.master.Loudness;
import java.util.List;
import java.util.Optional;

/**
 * The report of a version, as {@code report.json} has it; {@code docs/report.md} describes every
 * field. Times are seconds from the start of the title, rounded to thousandths.
 *
 * @param schema version of this record's JSON form
 * @param title what people call the title
 * @param version of the title, from 1
 * @param planHash the plan that it was made from
 * @param engineBuild the encoders that made it
 * @param durationSeconds of the title
 * @param master what went in
 * @param video what came out, from the highest rung to the lowest
 * @param sound what came out
 * @param text what came out
 * @param structure where key frames, segments and chunks lie; absent without a picture
 * @param worst the moments with the lowest scores, the worst first
 * @param checks what was checked
 * @param gate what the check of the whole package found, once there is one
 * @param stages what each took
 * @param warnings what may disappoint
 * @param notes what else is so
 */
public record VersionReport(
    int schema,
    String title,
    int version,
    String planHash,
    String engineBuild,
    double durationSeconds,
    MasterFacts master,
    List<Rung> video,
    List<Sound> sound,
    List<Text> text,
    Optional<Structure> structure,
    List<Moment> worst,
    List<Check> checks,
    Optional<Gate> gate,
    List<Stage> stages,
    List<Remark> warnings,
    List<Remark> notes) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  /** Defensive copies. */
  public VersionReport {
    video = List.copyOf(video);
    sound = List.copyOf(sound);
    text = List.copyOf(text);
    worst = List.copyOf(worst);
    checks = List.copyOf(checks);
    stages = List.copyOf(stages);
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  /**
   * The master.
   *
   * @param name of its file
   * @param sizeBytes of its file
   * @param sha256 of its bytes
   * @param facts in plain words
   */
  public record MasterFacts(String name, long sizeBytes, String sha256, List<Fact> facts) {
    /** Defensive copy. */
    public MasterFacts {
      facts = List.copyOf(facts);
    }
  }

  /** One fact, such as {@code Picture: 1280 × 720 …}. */
  public record Fact(String label, String words) {}

  /**
   * Values over time, as two lists of the same length.
   *
   * @param seconds when
   * @param values how much
   */
  public record Series(List<Double> seconds, List<Double> values) {
    /** No values. */
    public static final Series NONE = new Series(List.of(), List.of());

    /** Defensive copies. */
    public Series {
      seconds = List.copyOf(seconds);
      values = List.copyOf(values);
    }
  }

  /**
   * A rung of the ladder.
   *
   * @param track its CMAF track
   * @param name for people
   * @param codec as in the manifests
   * @param family codec and range, such as {@code H.264} or {@code HEVC HDR}
   * @param width in pixels
   * @param height in pixels
   * @param framesPerSecond for people
   * @param averageBitsPerSecond over the whole title
   * @param peakBitsPerSecond as HLS's BANDWIDTH counts
   * @param capBitsPerSecond what the encoder was held to
   * @param sizeBytes of all segments
   * @param xpsnr of all sampled frames together, in dB
   * @param bitrate of each segment in bits per second, at its start
   * @param scores XPSNR of each sampled frame in dB
   */
  public record Rung(
      String track,
      String name,
      String codec,
      String family,
      int width,
      int height,
      String framesPerSecond,
      long averageBitsPerSecond,
      long peakBitsPerSecond,
      long capBitsPerSecond,
      long sizeBytes,
      Optional<Double> xpsnr,
      Series bitrate,
      Series scores) {}

  /**
   * A sound track.
   *
   * @param track its CMAF track
   * @param name for people
   * @param language BCP 47 tag
   * @param codec as in the manifests
   * @param format for people, such as {@code AAC stereo}
   * @param averageBitsPerSecond over the whole title
   * @param peakBitsPerSecond as HLS's BANDWIDTH counts
   * @param sizeBytes of all segments
   * @param loudness as it was encoded, by EBU R 128
   */
  public record Sound(
      String track,
      String name,
      String language,
      String codec,
      String format,
      long averageBitsPerSecond,
      long peakBitsPerSecond,
      long sizeBytes,
      Optional<Loudness.Applied> loudness) {}

  /** A text track: how it is stored, and the bytes of all its segments. */
  public record Text(String track, String name, String language, String format, long sizeBytes) {}

  /**
   * Where things start.
   *
   * @param framesPerSecond exact, such as {@code 24000/1001}
   * @param frames of the title
   * @param gopFrames from one key frame to the next
   * @param segmentFrames in a segment
   * @param segments how many there are
   * @param lastSegmentFrames in the last one
   * @param chunkSegments how many segments each chunk has, in order
   */
  public record Structure(
      String framesPerSecond,
      long frames,
      int gopFrames,
      int segmentFrames,
      int segments,
      long lastSegmentFrames,
      List<Integer> chunkSegments) {
    /** Defensive copy. */
    public Structure {
      chunkSegments = List.copyOf(chunkSegments);
    }
  }

  /**
   * A moment that looks worse than the rest.
   *
   * @param seconds when
   * @param timecode {@code h:mm:ss.mmm}
   * @param frame of the title
   * @param track the rung it was seen on
   * @param rung that rung's name
   * @param xpsnr of the frame in dB
   */
  public record Moment(
      double seconds, String timecode, long frame, String track, String rung, double xpsnr) {}

  /**
   * Something that was checked, and was right; what is not right never gets this far.
   *
   * @param what in plain words
   * @param count how many were checked
   */
  public record Check(String what, long count) {}

  /**
   * What a check of the whole package found.
   *
   * @param passed whether it let the version become public
   * @param findings in plain words
   */
  public record Gate(boolean passed, List<Remark> findings) {
    /** Defensive copy. */
    public Gate {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A stage of the way.
   *
   * @param name for people
   * @param startSeconds when it began, from the start of the first stage
   * @param elapsedSeconds from its first start to its last end, 0 if nothing had to be done
   * @param cpuSeconds processor time on all cores
   * @param tasks it had
   * @param found how many results were there already
   */
  public record Stage(
      String name,
      double startSeconds,
      double elapsedSeconds,
      double cpuSeconds,
      int tasks,
      int found) {}

  /**
   * Something that is to be said.
   *
   * @param code stable, empty if there is none
   * @param message one plain sentence
   * @param advice what to do, empty if there is nothing
   */
  public record Remark(String code, String message, String advice) {}
}
