package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.scan.StreamScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the scanner's facts into an {@link Inspection}: which streams are used, where t = 0 lies,
 * which constant rate the title has and which source frame each output frame shows.
 *
 * <p>t = 0 is the first displayable decodable frame of the picture, or the first sound packet of a
 * title without picture (media rule 5). Pure: the same scan always gives the same inspection.
 */
public final class MasterInspector {

  private MasterInspector() {}

  /**
   * Inspects a master and the files beside it.
   *
   * @throws ReelwayException with one plain sentence when no title can be made from the master
   */
  public static Inspection inspect(
      ScannedFile source, List<ScannedFile> sidecars, SourceOptions options) {
    return inspect(source, sidecars, options, Optional.empty());
  }

  /**
   * As above.
   *
   * @param analysis what decoding the master has shown, if it was decoded
   */
  public static Inspection inspect(
      ScannedFile source,
      List<ScannedFile> sidecars,
      SourceOptions options,
      Optional<MasterAnalysis> analysis) {
    Master master = source.file();
    MasterScan scan = source.scan();
    if (!options.tolerateDamage()) {
      Completeness.refuseCut(master, scan);
      analysis.ifPresent(decoded -> Damage.refuse(master, decoded));
    }
    List<Finding> findings = new ArrayList<>();
    StreamChoice choice = StreamChoice.of(master, scan, options.videoStream());
    SoundInspector sound = new SoundInspector(options);
    sound.master(choice, analysis);
    List<AudioStream> ownSound = sound.tracks();
    Optional<PictureAnalysis> seen = analysis.flatMap(MasterAnalysis::picture);
    Optional<VideoStream> video =
        choice
            .video()
            .map(
                stream ->
                    new PictureInspector(master, stream, seen, endOf(ownSound), findings)
                        .inspect());
    Range range =
        video
            .map(picture -> Range.ofPicture(picture, CountedFrames.delay(scan, picture)))
            .orElseGet(() -> Range.ofSound(ownSound));
    range.refuseTooLong(master);
    scan.cutAtByte().ifPresent(at -> findings.add(Completeness.cut(range.duration(), at)));
    findings.addAll(TimeStamps.jumps(scan.clock(), range.origin()));
    findings.addAll(choice.findings());
    for (int i = 0; i < sidecars.size(); i++) {
      sound.sidecar(i + 1, sidecars.get(i));
    }
    List<AudioStream> audio = sound.tracks();
    findings.addAll(SoundFindings.of(audio, range, video.isPresent()));
    findings.addAll(sound.findings());
    TextInspector text = new TextInspector(options, range);
    text.master(choice);
    for (int i = 0; i < sidecars.size(); i++) {
      text.sidecar(i + 1, sidecars.get(i));
    }
    findings.addAll(text.findings());
    SourceCheck check = new SourceCheck(audio, text.tracks());
    check.tags(master.name(), options.streams());
    check.sidecars(sidecars);
    analysis.ifPresent(
        decoded -> findings.addAll(AnalysisFindings.of(decoded, video, range.duration())));
    return new Inspection(
        Inspection.SCHEMA,
        master,
        sidecars.stream().map(ScannedFile::file).toList(),
        scan.container(),
        range.duration(),
        range.origin(),
        scan.clock(),
        video,
        audio,
        text.tracks(),
        choice.others(),
        findings);
  }

  private static Rational endOf(List<AudioStream> sound) {
    return sound.stream()
        .map(AudioStream::endSeconds)
        .max(Rational::compareTo)
        .orElse(Rational.ZERO);
  }

  /** Average rate of a stream over its own duration, 0 if it has none. */
  static long bitsPerSecond(StreamScan stream) {
    Rational seconds = stream.timeBase().times(stream.endTicks() - stream.firstTicks());
    return seconds.signum() <= 0
        ? 0
        : Rational.of(stream.bytes()).times(8).dividedBy(seconds).round();
  }
}
