package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.place.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tags and URIs of a multivariant playlist to its variants and renditions. */
final class MultivariantPlaylistBuilder {
  private final Faults faults;
  private final List<MediaRendition> renditions = new ArrayList<>();
  private final List<Variant> variants = new ArrayList<>();
  private boolean independent;

  MultivariantPlaylistBuilder(Faults faults) {
    this.faults = faults;
  }

  MultivariantPlaylist build(List<Tag> tags, List<Line> uris) {
    int uri = 0;
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      while (uri < uris.size() && uris.get(uri).number() < tag.line()) {
        lonely(uris.get(uri++));
      }
      if (tag.name() == HlsTag.EXT_X_STREAM_INF) {
        int next = i + 1 < tags.size() ? tags.get(i + 1).line() : Integer.MAX_VALUE;
        if (uri < uris.size() && uris.get(uri).number() < next) {
          stream(tag, uris.get(uri++));
        } else {
          faults.add(HlsRule.HLS_URI_LINE, tag.line(), "a URI behind #EXT-X-STREAM-INF", "none");
        }
      } else {
        other(tag);
      }
    }
    uris.subList(uri, uris.size()).forEach(this::lonely);
    if (variants.stream().noneMatch(variant -> variant.kind() == Variant.Kind.STREAM)) {
      faults.add(HlsRule.HLS_NO_VARIANTS, 0, "an #EXT-X-STREAM-INF", "none");
    }
    return new MultivariantPlaylist(faults.path(), independent, renditions, variants);
  }

  private void other(Tag tag) {
    AttributeList attributes = tag.attributes();
    switch (tag.name()) {
      case EXT_X_INDEPENDENT_SEGMENTS -> independent = true;
      case EXT_X_MEDIA ->
          renditions.add(new MediaRendition(tag.line(), attributes, reference(tag)));
      case EXT_X_I_FRAME_STREAM_INF ->
          variants.add(new Variant(tag.line(), Variant.Kind.I_FRAMES, attributes, reference(tag)));
      case EXT_X_IMAGE_STREAM_INF ->
          variants.add(new Variant(tag.line(), Variant.Kind.IMAGES, attributes, reference(tag)));
      default -> {
        // says nothing of a variant or rendition
      }
    }
  }

  private void stream(Tag tag, Line uri) {
    variants.add(
        new Variant(
            tag.line(),
            Variant.Kind.STREAM,
            tag.attributes(),
            References.resolve(faults.path(), uri.text())));
  }

  private Optional<String> reference(Tag tag) {
    return tag.attributes().text("URI").flatMap(uri -> References.resolve(faults.path(), uri));
  }

  private void lonely(Line uri) {
    faults.add(HlsRule.HLS_URI_LINE, uri.number(), "#EXT-X-STREAM-INF before a URI", uri.text());
  }
}
