package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TextStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether what a submitter said fits what the files hold. */
final class SourceCheck {

  private final List<AudioStream> audio;
  private final List<TextStream> text;

  SourceCheck(List<AudioStream> audio, List<TextStream> text) {
    this.audio = audio;
    this.text = text;
  }

  /** Throws {@code REQUEST_INVALID} for tags of a stream that is no track of the title. */
  void tags(String master, List<StreamTags> said) {
    for (StreamTags tags : said) {
      if (streams(SourceFiles.MASTER).noneMatch(stream -> stream == tags.stream())) {
        String usable =
            streams(SourceFiles.MASTER)
                .distinct()
                .sorted()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        throw new ReelwayException(
            FailureKind.REQUEST_INVALID,
            "Stream %d of '%s' is no usable sound or text stream; %s."
                .formatted(
                    tags.stream(),
                    master,
                    usable.isEmpty() ? "it has none" : "these are: " + usable));
      }
    }
  }

  /** Throws {@code MASTER_WITHOUT_MEDIA} for a file beside the master that adds nothing. */
  void sidecars(List<ScannedFile> sidecars) {
    for (int i = 0; i < sidecars.size(); i++) {
      if (streams(i + 1).findAny().isEmpty()) {
        throw new ReelwayException(
            FailureKind.MASTER_WITHOUT_MEDIA,
            "'%s' holds neither sound nor text that can be used."
                .formatted(sidecars.get(i).file().name()));
      }
    }
  }

  private IntStream streams(int file) {
    return Stream.concat(
            audio.stream().filter(track -> track.file() == file).map(AudioStream::index),
            text.stream().filter(track -> track.file() == file).map(TextStream::index))
        .mapToInt(Integer::intValue);
  }
}
