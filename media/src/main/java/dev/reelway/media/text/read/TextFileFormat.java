package dev.reelway.media.text.read;

import dev.reelway.media.text.cue.CueList;
import dev.reelway.media.text.ttml.TtmlReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Formats of subtitle files, told apart by their content, never by their name. */
public enum TextFileFormat {
  /** WebVTT (W3C). */
  WEBVTT("WebVTT", WebVttReader::recognises, WebVttReader::read),
  /** TTML with its profiles IMSC1 and EBU-TT-D (W3C, EBU Tech 3380). */
  TTML("TTML", TtmlReader::recognises, TtmlReader::read),
  /** SubStation Alpha and its successor. */
  ASS("ASS", AssReader::recognises, AssReader::read),
  /** SubRip. */
  SUBRIP("SubRip", SubRipReader::recognises, SubRipReader::read);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // method references that capture nothing
  private final Predicate<String> recognises;

  @SuppressWarnings("ImmutableEnumChecker") // method references that capture nothing
  private final Function<String, CueList> reader;

  TextFileFormat(String words, Predicate<String> recognises, Function<String, CueList> reader) {
    this.words = words;
    this.recognises = recognises;
    this.reader = reader;
  }

  /** The format of a file with this content, absent if it is none of them. */
  public static Optional<TextFileFormat> recognise(String text) {
    return Arrays.stream(values()).filter(format -> format.recognises.test(text)).findFirst();
  }

  /** The name that {@code TextStream.codec} has for it; FFmpeg's. */
  public String codec() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The format's name for people. */
  public String words() {
    return words;
  }

  /** All cues of a file; never fails, what cannot be understood becomes a fault. */
  public CueList read(String text) {
    return reader.apply(text);
  }
}
