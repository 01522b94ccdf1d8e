package dev.reelway.manifest.hls;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.manifest.BitrateWindow;
import dev.reelway.manifest.SegmentTimes;
import dev.reelway.manifest.TrackUris;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Combines video and sound into variants: one for every rung and sound group, so that each names
 * exactly the codecs that it needs (media rule 28).
 */
final class Variants {

  /**
   * A player that knows nothing of its network yet starts with the first variant (RFC 8216, 4.3.4.2
   * leaves the order to the author); Apple 1.32 wants that to be the one of 2 Mb/s. If the ladder
   * mixes codecs, it is one that all players decode, and so is its sound: the first group is stereo
   * AAC.
   */
  private static final long START_BITS_PER_SECOND = 2_000_000;

  private Variants() {}

  /** All variants: the one to start with, then the others by falling bandwidth. */
  static List<Variant> of(Presentation presentation, TrackUris uris) {
    long target = SegmentTimes.targetSeconds(presentation);
    List<AudioGroup> groups = AudioGroup.of(presentation.audio());
    BitrateWindow text = text(presentation, target);
    List<Variant> variants = new ArrayList<>();
    for (VideoTrack track : presentation.video()) {
      Optional<String> range = videoRange(track, presentation.video());
      BitrateWindow rate = BitrateWindow.of(track, target).plus(text);
      groups.forEach(
          group ->
              variants.add(
                  of(track, range, rate.plus(group.worst(target)), Optional.of(group), uris)));
      if (groups.isEmpty()) {
        variants.add(of(track, range, rate, Optional.empty(), uris));
      }
    }
    if (presentation.video().isEmpty()) {
      groups.forEach(
          group -> variants.add(soundAlone(group, group.worst(target).plus(text), uris)));
    }
    List<Variant> complete =
        presentation.text().isEmpty()
            ? variants
            : variants.stream().map(v -> v.withSubtitles(textCodecs(presentation))).toList();
    return startFirst(complete, groups.stream().findFirst().map(AudioGroup::id));
  }

  /** The worst of the text that HLS names: a variant's rate counts it (RFC 8216bis, 4.4.6.2). */
  private static BitrateWindow text(Presentation presentation, long target) {
    return presentation.text().stream()
        .filter(track -> track.format().inHls())
        .map(track -> BitrateWindow.of(track, target))
        .reduce(new BitrateWindow(0, 0), AudioGroup::worse);
  }

  private static Variant of(
      VideoTrack track,
      Optional<String> range,
      BitrateWindow rate,
      Optional<AudioGroup> group,
      TrackUris uris) {
    List<String> codecs = new ArrayList<>(List.of(track.codec()));
    group.ifPresent(g -> codecs.add(g.codec()));
    return new Variant(
        rate.peakBitsPerSecond(),
        rate.averageBitsPerSecond(),
        codecs,
        Optional.of(
            new Variant.Picture(track.width(), track.height(), track.rate().toDecimal(), range)),
        group.map(AudioGroup::id),
        Optional.empty(),
        uris.mediaPlaylist(track.id()));
  }

  /** Plain WebVTT files need no codec. */
  private static Set<String> textCodecs(Presentation presentation) {
    return presentation.text().stream()
        .filter(track -> track.format() == TextFormat.IMSC1)
        .map(TextTrack::codec)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Variant soundAlone(AudioGroup group, BitrateWindow rate, TrackUris uris) {
    return new Variant(
        rate.peakBitsPerSecond(),
        rate.averageBitsPerSecond(),
        List.of(group.codec()),
        Optional.empty(),
        Optional.of(group.id()),
        Optional.empty(),
        uris.mediaPlaylist(group.main().id()));
  }

  static Optional<String> videoRange(VideoTrack track, List<VideoTrack> all) {
    boolean allSdr = all.stream().noneMatch(t -> t.colour().highDynamicRange());
    return allSdr ? Optional.empty() : Optional.of(videoRange(track.colour()));
  }

  private static String videoRange(Colour colour) {
    if (!colour.highDynamicRange()) {
      return "SDR";
    }
    return colour.transfer() == 18 ? "HLG" : "PQ"; // ITU-T H.273: 18 = HLG, 16 = PQ
  }

  /** How few players show a variant: H.264 all of them, other codecs fewer, HDR the fewest. */
  private static int rarity(Variant variant) {
    boolean sdr =
        variant
            .picture()
            .flatMap(Variant.Picture::videoRange)
            .filter(range -> !range.equals("SDR"))
            .isEmpty();
    boolean everywhere = variant.codecs().get(0).startsWith("avc1");
    return sdr ? (everywhere ? 0 : 1) : 2;
  }

  private static List<Variant> startFirst(List<Variant> variants, Optional<String> firstGroup) {
    List<Variant> sorted = new ArrayList<>(variants);
    sorted.sort(Comparator.comparingLong(Variant::bandwidth).reversed());
    Variant start =
        sorted.stream()
            .filter(variant -> variant.audioGroup().equals(firstGroup))
            .min(
                Comparator.comparingInt(Variants::rarity)
                    .thenComparingLong(v -> Math.abs(v.bandwidth() - START_BITS_PER_SECOND)))
            .orElseThrow();
    sorted.remove(start);
    sorted.add(0, start);
    return List.copyOf(sorted);
  }
}
