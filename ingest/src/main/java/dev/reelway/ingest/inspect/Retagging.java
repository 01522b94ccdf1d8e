package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Languages;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TextStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a submitter says of streams after the master was inspected: the inspection becomes the one
 * that a new look at the master would give. Pure; doing it twice is doing it once.
 */
public final class Retagging {

  private Retagging() {}

  /**
   * The inspection with other languages, roles and names of the master's streams.
   *
   * @throws ReelwayException {@code REQUEST_INVALID} for streams that are no tracks of the title
   *     and for roles that they cannot have
   */
  public static Inspection of(Inspection inspection, List<StreamTags> said) {
    new SourceCheck(inspection.audio(), inspection.text()).tags(inspection.master().name(), said);
    List<AudioStream> audio =
        inspection.audio().stream().map(stream -> sound(stream, said)).toList();
    List<TextStream> text = inspection.text().stream().map(stream -> text(stream, said)).toList();
    if (audio.equals(inspection.audio()) && text.equals(inspection.text())) {
      return inspection;
    }
    return inspection.withTracks(audio, text).withFindings(findings(inspection, audio, text));
  }

  private static AudioStream sound(AudioStream stream, List<StreamTags> said) {
    Optional<StreamTags> tags = tags(stream.file(), stream.index(), said);
    return stream.tagged(
        tags.flatMap(StreamTags::language).orElse(stream.language()),
        tags.flatMap(StreamTags::name).orElse(stream.name()),
        tags.flatMap(StreamTags::role).map(SoundRole::check).orElse(stream.role()));
  }

  // What is said of captions is about their first channel: the others are other languages.
  private static TextStream text(TextStream stream, List<StreamTags> said) {
    Optional<StreamTags> tags =
        tags(stream.file(), stream.index(), said).filter(t -> stream.captionChannel() <= 1);
    return stream.tagged(
        tags.flatMap(StreamTags::language).map(Languages::iso639).orElse(stream.language()),
        tags.flatMap(StreamTags::name).orElse(stream.name()),
        tags.flatMap(StreamTags::role).orElse(stream.role()));
  }

  private static Optional<StreamTags> tags(int file, int stream, List<StreamTags> said) {
    return file == SourceFiles.MASTER
        ? said.stream().filter(tags -> tags.stream() == stream).findFirst()
        : Optional.empty();
  }

  private static List<Finding> findings(
      Inspection before, List<AudioStream> audio, List<TextStream> text) {
    List<Finding> findings = new ArrayList<>(before.findings());
    findings.removeIf(finding -> finding.code().equals(FindingCode.LANGUAGE_MISSING.code()));
    SoundFindings.languages(audio).ifPresent(findings::add);
    TextFindings.of(text).stream()
        .filter(finding -> finding.code().equals(FindingCode.LANGUAGE_MISSING.code()))
        .forEach(findings::add);
    return findings;
  }
}
