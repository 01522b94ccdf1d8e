package dev.reelway.manifest.hls;

/** The tags of a multivariant playlist; their order is that of output. */
enum MultivariantPlaylistTag {
  EXTM3U((tag, playlist, text) -> text.tag(tag)),
  EXT_X_VERSION((tag, playlist, text) -> text.tag(tag, PlaylistText.VERSION)),
  EXT_X_INDEPENDENT_SEGMENTS((tag, playlist, text) -> text.tag(tag)),
  EXT_X_MEDIA(
      (tag, playlist, text) -> {
        playlist
            .media()
            .forEach(media -> text.tag(tag, Attribute.list(MediaAttribute.values(), media)));
        playlist
            .subtitles()
            .forEach(words -> text.tag(tag, Attribute.list(SubtitlesAttribute.values(), words)));
      }),
  EXT_X_STREAM_INF(
      (tag, playlist, text) -> {
        for (Variant variant : playlist.variants()) {
          text.tag(tag, Attribute.list(VariantAttribute.values(), variant));
          text.line(variant.uri());
        }
      }),
  EXT_X_I_FRAME_STREAM_INF(
      (tag, playlist, text) ->
          playlist
              .iFrames()
              .forEach(key -> text.tag(tag, Attribute.list(IFrameAttribute.values(), key)))),
  EXT_X_IMAGE_STREAM_INF(
      (tag, playlist, text) ->
          playlist
              .images()
              .forEach(image -> text.tag(tag, Attribute.list(ImageAttribute.values(), image))));

  private interface Output {
    void write(MultivariantPlaylistTag tag, MultivariantPlaylist playlist, PlaylistText text);
  }

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Output output;

  MultivariantPlaylistTag(Output output) {
    this.output = output;
  }

  void write(MultivariantPlaylist playlist, PlaylistText text) {
    output.write(this, playlist, text);
  }
}
