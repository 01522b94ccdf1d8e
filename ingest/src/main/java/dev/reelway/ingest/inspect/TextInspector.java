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

  /** FFmpeg's name for captions of ANSI/CTA-608 inside pictures and in tracks. */
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
      add(SourceFiles.MASTER, stream, tags(stream.index()));
      findings.addAll(TextFindings.of(stream, title));
    }
    choice
        .video()
        .ifPresent(
            picture -> {
              captions(SourceFiles.MASTER, picture, tags(picture.index()));
              findings.addAll(TextFindings.of(picture.captions()));
            });
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
        .forEach(stream -> add(number, stream, Optional.of(tags)));
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

  private void add(int file, StreamScan stream, Optional<StreamTags> tags) {
    if (stream.captions().channels().isEmpty()) {
      tracks.add(stream(file, stream, tags));
    } else {
      captions(file, stream, tags);
    }
  }

  private static TextStream stream(int file, StreamScan stream, Optional<StreamTags> tags) {
    String name = tags.flatMap(StreamTags::name).orElseGet(() -> TextRole.name(stream));
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

  // Which language a channel inside a picture has is told nowhere; the tag is the picture's. What
  // the submitter or the tag of a caption track says is about the first channel: the others are
  // other languages.
  private void captions(int file, StreamScan stream, Optional<StreamTags> tags) {
    Optional<StreamTags> said = tags;
    String tagged = stream.type().equals("subtitle") ? stream.language() : Languages.UNDETERMINED;
    for (int channel : stream.captions().channels()) {
      tracks.add(
          new TextStream(
              file,
              stream.index(),
              channel,
              CAPTIONS,
              language(said.flatMap(StreamTags::language).orElse(tagged)),
              said.flatMap(StreamTags::name).orElse("CC" + channel),
              said.flatMap(StreamTags::role).orElse(TrackRole.SDH),
              false));
      said = Optional.empty();
      tagged = Languages.UNDETERMINED;
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
