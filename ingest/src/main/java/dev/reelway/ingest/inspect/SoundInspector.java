package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.master.Sidecar;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.SoundAnalysis;
import dev.reelway.media.scan.StreamScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sound tracks of a title: those of the master, then those of the files beside it. */
final class SoundInspector {

  private final SourceOptions options;
  private final List<AudioStream> tracks = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  SoundInspector(SourceOptions options) {
    this.options = options;
  }

  /** Takes the sound of the master. */
  void master(StreamChoice choice, Optional<MasterAnalysis> analysis) {
    for (StreamScan stream : choice.audio()) {
      Optional<StreamTags> said =
          options.streams().stream().filter(tags -> tags.stream() == stream.index()).findFirst();
      Optional<Loudness> loudness =
          analysis
              .flatMap(decoded -> decoded.sound(stream.index()))
              .flatMap(SoundAnalysis::loudness);
      tracks.add(track(SourceFiles.MASTER, stream, said, stream.isDefault(), loudness));
    }
  }

  /** Takes the sound of a file beside the master; its picture is nobody's business. */
  void sidecar(int number, ScannedFile file) {
    Sidecar said = options.sidecars().get(number - 1);
    StreamTags tags = new StreamTags(0, said.language(), said.role(), said.name());
    List<StreamScan> sounds = ofType(file, "audio");
    List<StreamScan> usable = sounds.stream().filter(s -> StreamFault.of(s).isEmpty()).toList();
    if (usable.isEmpty() && !sounds.isEmpty()) {
      throw unusable(file, sounds.get(0));
    }
    // A sound that was added is never chosen before those of the master.
    usable.forEach(
        stream -> tracks.add(track(number, stream, Optional.of(tags), false, Optional.empty())));
    boolean picture = ofType(file, "video").stream().anyMatch(s -> !s.attachedPicture());
    if (picture && !usable.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.SIDECAR_PICTURE_IGNORED,
              "'%s' also holds a picture, which is not used.".formatted(file.file().name())));
    }
  }

  /** All tracks so far. */
  List<AudioStream> tracks() {
    return List.copyOf(tracks);
  }

  /** What people should know about the files beside the master. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private static List<StreamScan> ofType(ScannedFile file, String type) {
    return file.scan().streams().stream().filter(s -> s.type().equals(type)).toList();
  }

  private static ReelwayException unusable(ScannedFile file, StreamScan stream) {
    StreamFault fault = StreamFault.of(stream).orElseThrow();
    return new ReelwayException(
        fault.refusal().orElse(FailureKind.MASTER_UNSUPPORTED),
        "The sound of '%s' cannot be used: %s.".formatted(file.file().name(), fault.words()));
  }

  private static AudioStream track(
      int file,
      StreamScan stream,
      Optional<StreamTags> said,
      boolean isDefault,
      Optional<Loudness> loudness) {
    StreamScan.Audio facts = stream.audio().orElseThrow();
    String tagged =
        stream.language() == null || stream.language().isBlank() ? "und" : stream.language();
    return new AudioStream(
        file,
        stream.index(),
        stream.codec(),
        facts.sampleRate(),
        facts.channels(),
        facts.channelLayout(),
        said.flatMap(StreamTags::language).orElse(tagged),
        said.flatMap(StreamTags::name).orElseGet(() -> SoundRole.name(stream)),
        role(stream, said),
        isDefault,
        stream.timeBase(),
        stream.firstTicks(),
        stream.endTicks(),
        MasterInspector.bitsPerSecond(stream),
        loudness);
  }

  private static TrackRole role(StreamScan stream, Optional<StreamTags> said) {
    return SoundRole.check(said.flatMap(StreamTags::role).orElseGet(() -> SoundRole.of(stream)));
  }
}
