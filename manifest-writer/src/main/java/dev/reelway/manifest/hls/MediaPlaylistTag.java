package dev.reelway.manifest.hls;

/** The tags of a media playlist: a constant's name is its tag, their order is that of output. */
enum MediaPlaylistTag {
  EXTM3U((tag, playlist, text) -> text.tag(tag)),
  EXT_X_VERSION((tag, playlist, text) -> text.tag(tag, PlaylistText.VERSION)),
  EXT_X_TARGETDURATION((tag, playlist, text) -> text.tag(tag, playlist.targetSeconds())),
  EXT_X_PLAYLIST_TYPE((tag, playlist, text) -> text.tag(tag, "VOD")),
  EXT_X_INDEPENDENT_SEGMENTS(
      (tag, playlist, text) -> {
        if (playlist.content() == MediaPlaylist.Content.MEDIA) {
          text.tag(tag);
        }
      }),
  EXT_X_I_FRAMES_ONLY(
      (tag, playlist, text) -> {
        if (playlist.content() == MediaPlaylist.Content.I_FRAMES) {
          text.tag(tag);
        }
      }),
  EXT_X_IMAGES_ONLY(
      (tag, playlist, text) -> {
        if (playlist.content() == MediaPlaylist.Content.IMAGES) {
          text.tag(tag);
        }
      }),
  EXT_X_MAP(
      (tag, playlist, text) ->
          playlist
              .mapUri()
              .ifPresent(uri -> text.tag(tag, Attribute.list(MapAttribute.values(), playlist)))),
  EXTINF(
      (tag, playlist, text) -> {
        for (MediaPlaylist.Segment segment : playlist.segments()) {
          text.tag(tag, segment.seconds().toPlainString() + ",");
          segment.range().ifPresent(range -> text.line("#EXT-X-BYTERANGE:" + range));
          segment
              .tiles()
              .map(tiles -> Attribute.list(TilesAttribute.values(), tiles))
              .ifPresent(tiles -> text.line("#EXT-X-TILES:" + tiles));
          text.line(segment.uri());
        }
      }),
  EXT_X_ENDLIST((tag, playlist, text) -> text.tag(tag));

  private interface Output {
    void write(MediaPlaylistTag tag, MediaPlaylist playlist, PlaylistText text);
  }

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Output output;

  MediaPlaylistTag(Output output) {
    this.output = output;
  }

  void write(MediaPlaylist playlist, PlaylistText text) {
    output.write(this, playlist, text);
  }
}
