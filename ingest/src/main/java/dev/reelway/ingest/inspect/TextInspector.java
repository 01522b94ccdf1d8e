package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Languages;
import dev.reelway.contracts.master.Sidecar;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TextStream;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.media.scan.StreamScan;
import dev.reelway.media.text.read.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text tracks of a title: subtitle streams, closed captions and subtitle files. */
final class TextInspector {

  /** FFmpeg's name for captions of ANSI/CTA-608 inside pictures. */
  private static final String CAPTIONS = "eia_608";

  private final SourceOptions options;
  private final Range title;
  private final List<TextStream> tracks = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  TextInspector(SourceOptions options, Range title) {
    this.options = options;
    this.title = title;
  }

  /** Takes the text of the master. */
  void master(StreamChoice choice) {
    for (StreamScan stream : choice.text()) {
      tracks.add(stream(SourceFiles.MASTER, stream, tags(stream.index())));
      findings.addAll(TextFindings.of(stream, title));
    }
    choice.video().ifPresent(this::captions);
  }

  /** Takes the text of a file beside the master. */
  void sidecar(int number, ScannedFile file) {
    Sidecar said = options.sidecars().get(number - 1);
    StreamTags tags = new StreamTags(0, said.language(), said.role(), said.name());
    file.text()
        .ifPresent(
            text -> {
              tracks.add(file(number, text, tags));
              findings.addAll(TextFindings.of(file.file().name(), text, title));
            });
    StreamChoice.readableText(file.scan())
        .forEach(stream -> tracks.add(stream(number, stream, Optional.of(tags))));
  }

  /** All tracks so far, those of the master first. */
  List<TextStream> tracks() {
    return List.copyOf(tracks);
  }

  /** What people should know about them. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(TextFindings.of(tracks));
    return all;
  }

  private Optional<StreamTags> tags(int stream) {
    return options.streams().stream().filter(tags -> tags.stream() == stream).findFirst();
  }

  private static TextStream stream(int file, StreamScan stream, Optional<StreamTags> tags) {
    String name = tags.flatMap(StreamTags::name).orElse(stream.title());
    return new TextStream(
        file,
        stream.index(),
        0,
        stream.codec(),
        language(tags.flatMap(StreamTags::language).orElse(stream.language())),
        name,
        tags.flatMap(StreamTags::role).orElseGet(() -> TextRole.of(stream)),
        stream.isDefault());
  }

  // Which language a caption channel has is told nowhere. What the submitter says about the picture
  // is about its first channel: the others are other languages.
  private void captions(StreamScan picture) {
    Optional<StreamTags> said = tags(picture.index());
    for (int channel : picture.captionChannels()) {
      tracks.add(
          new TextStream(
              SourceFiles.MASTER,
              picture.index(),
              channel,
              CAPTIONS,
              language(said.flatMap(StreamTags::language).orElse(Languages.UNDETERMINED)),
              said.flatMap(StreamTags::name).orElse("CC" + channel),
              said.flatMap(StreamTags::role).orElse(TrackRole.SDH),
              false));
      said = Optional.empty();
    }
  }

  private static TextStream file(int number, TextFile text, StreamTags tags) {
    return new TextStream(
        number,
        0,
        0,
        text.format().codec(),
        language(tags.language().orElse(Languages.UNDETERMINED)),
        tags.name().orElse(""),
        tags.role().orElse(TrackRole.MAIN),
        false);
  }

  private static String language(String tagged) {
    return Languages.iso639(tagged);
  }
}
