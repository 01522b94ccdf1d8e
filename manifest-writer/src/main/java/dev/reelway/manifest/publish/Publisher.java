package dev.reelway.manifest.publish;

import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.Track;
import dev.reelway.manifest.PresentationCheck;
import dev.reelway.manifest.SegmentTimes;
import dev.reelway.manifest.Storyboard;
import dev.reelway.manifest.TrackUris;
import dev.reelway.manifest.dash.Mpd;
import dev.reelway.manifest.hls.IFrameVariant;
import dev.reelway.manifest.hls.MediaPlaylist;
import dev.reelway.manifest.hls.MultivariantPlaylist;
import dev.reelway.platform.storage.ObjectStore;
import java.util.Optional;

/**
 * Publishes a title whose segments are all in the store.
 *
 * <pre>
 *  tracks/&lt;track&gt;/media.m3u8            immutable, and iframes.m3u8 beside it
 *  versions/&lt;n&gt;/plan.json               immutable; whoever puts it owns the number n
 *  versions/&lt;n&gt;/index.m3u8, index.mpd   immutable, storyboard.vtt, poster.jpg
 *                                       the gate reads back what is there
 *  index.m3u8, index.mpd                flipped, one conditional put each
 *  storyboard.vtt, poster.jpg           follow
 * </pre>
 *
 * Every step may be repeated: a publisher that died anywhere is run again and gives the same bytes
 * under the same version. A reader of a public manifest sees the whole old or the whole new
 * version, and everything that it names is there.
 */
public final class Publisher {

  private Publisher() {}

  /**
   * Publishes {@code presentation} as the version of {@code plan}. A plan that already has a
   * version keeps it, so publishing an older plan again is rolling back.
   *
   * @param gate asked when everything but the public manifests is there
   * @throws dev.reelway.contracts.failure.ReelwayException {@code OUTPUT_IN_USE} if somebody else
   *     flipped a public manifest meanwhile; {@code INVARIANT_BROKEN} if a presentation has holes
   *     or an immutable object exists with other bytes
   */
  public static Publication publish(
      ObjectStore store,
      StorageLayout layout,
      EncodePlan plan,
      Presentation presentation,
      Gate gate) {
    PresentationCheck.check(presentation);
    PublicManifest hls = PublicManifest.read(store, layout.publicHlsKey());
    PublicManifest dash = PublicManifest.read(store, layout.publicDashKey());

    ImmutableObjects immutable = new ImmutableObjects(store);
    long targetSeconds = SegmentTimes.targetSeconds(presentation);
    presentation
        .tracks()
        .filter(track -> !presentation.trickPlay().contains(track))
        .filter(MediaPlaylist::plays)
        .forEach(track -> putPlaylist(immutable, layout, track, targetSeconds));
    IFrameVariant.tracks(presentation)
        .forEach(
            track ->
                immutable.put(
                    layout.iFramePlaylistKey(track.id()),
                    MediaPlaylist.ofKeyPictures(track, targetSeconds).text()));

    int version = VersionNumbers.claim(store, layout, plan);
    TrackUris fromVersion = TrackUris.fromVersion(layout);
    immutable.put(
        layout.versionHlsKey(version), MultivariantPlaylist.of(presentation, fromVersion).text());
    immutable.put(layout.versionDashKey(version), Mpd.of(presentation, fromVersion).text());
    presentation
        .thumbnails()
        .ifPresent(
            images ->
                immutable.put(
                    layout.versionStoryboardKey(version), Storyboard.of(images, fromVersion)));
    PublicPoster poster = new PublicPoster(store, layout);
    Optional<byte[]> picture = presentation.poster().map(poster::read);
    picture.ifPresent(jpeg -> immutable.put(layout.versionPosterKey(version), jpeg));

    gate.pass(version);

    TrackUris fromPublic = TrackUris.fromPublic(layout);
    hls.flip(MultivariantPlaylist.of(presentation, fromPublic).text());
    dash.flip(Mpd.of(presentation, fromPublic).text());
    flipStoryboard(store, layout, presentation, fromPublic);
    picture.ifPresentOrElse(poster::put, poster::delete);
    return new Publication(version, plan.planHash(), layout.publicHlsKey(), layout.publicDashKey());
  }

  /** No player opens a title by it, so it may be of the other version for a moment. */
  private static void flipStoryboard(
      ObjectStore store, StorageLayout layout, Presentation presentation, TrackUris uris) {
    String key = layout.publicStoryboardKey();
    presentation
        .thumbnails()
        .ifPresentOrElse(
            images -> PublicManifest.read(store, key).flip(Storyboard.of(images, uris)),
            () -> store.delete(key));
  }

  private static void putPlaylist(
      ImmutableObjects immutable, StorageLayout layout, Track track, long targetSeconds) {
    immutable.put(
        layout.mediaPlaylistKey(track.id()), MediaPlaylist.of(track, targetSeconds).text());
  }
}
