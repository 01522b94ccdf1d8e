package dev.reelway.manifest.hls;

import java.util.Optional;
import java.util.function.Function;

/** Attributes of EXT-X-MEDIA (RFC 8216, 4.3.4.1); their order is that of output. */
enum MediaAttribute implements Attribute<Media> {
  TYPE(media -> Optional.of("AUDIO")),
  GROUP_ID(media -> Attribute.quoted(media.groupId())),
  NAME(media -> Attribute.quoted(media.name())),
  LANGUAGE(media -> media.language().flatMap(Attribute::quoted)),
  DEFAULT(media -> Attribute.yesNo(media.isDefault())),
  AUTOSELECT(media -> Attribute.yesNo(media.autoselect())),
  CHARACTERISTICS(media -> media.characteristics().flatMap(Attribute::quoted)),
  CHANNELS(media -> Attribute.quoted(Integer.toString(media.channels()))),
  URI(media -> Attribute.quoted(media.uri()));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Function<Media, Optional<String>> value;

  MediaAttribute(Function<Media, Optional<String>> value) {
    this.value = value;
  }

  @Override
  public Optional<String> valueOf(Media media) {
    return value.apply(media);
  }
}
