package dev.reelway.manifest.hls;

import java.util.Optional;
import java.util.function.Function;

/** Attributes of EXT-X-MEDIA with text (RFC 8216, 4.3.4.1); their order is that of output. */
enum SubtitlesAttribute implements Attribute<Subtitles> {
  TYPE(text -> Optional.of("SUBTITLES")),
  GROUP_ID(text -> Attribute.quoted(Subtitles.GROUP)),
  NAME(text -> Attribute.quoted(text.name())),
  LANGUAGE(text -> text.language().flatMap(Attribute::quoted)),
  DEFAULT(text -> Attribute.yesNo(text.isDefault())),
  AUTOSELECT(text -> Attribute.yesNo(text.autoselect())),
  FORCED(text -> Attribute.yesNo(text.forced())),
  CHARACTERISTICS(
      text ->
          text.characteristics().isEmpty()
              ? Optional.empty()
              : Attribute.quoted(String.join(",", text.characteristics()))),
  URI(text -> Attribute.quoted(text.uri()));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Function<Subtitles, Optional<String>> value;

  SubtitlesAttribute(Function<Subtitles, Optional<String>> value) {
    this.value = value;
  }

  @Override
  public Optional<String> valueOf(Subtitles text) {
    return value.apply(text);
  }
}
