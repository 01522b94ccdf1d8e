package dev.reelway.manifest.dash;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.manifest.AudioRendition;
import dev.reelway.manifest.BitrateWindow;
import dev.reelway.manifest.SegmentTimes;
import dev.reelway.manifest.TextRendition;
import dev.reelway.manifest.TrackUris;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts tracks into sets: video of one codec and colour together, each sound and text track on its
 * own.
 */
final class AdaptationSets {

  private final Presentation presentation;
  private final TrackUris uris;
  private final Rational minBuffer;
  private final List<AdaptationSet> sets = new ArrayList<>();

  private AdaptationSets(Presentation presentation, TrackUris uris, Rational minBuffer) {
    this.presentation = presentation;
    this.uris = uris;
    this.minBuffer = minBuffer;
  }

  static List<AdaptationSet> of(Presentation presentation, TrackUris uris, Rational minBuffer) {
    AdaptationSets all = new AdaptationSets(presentation, uris, minBuffer);
    all.videoSets().forEach(all::addVideo);
    AudioRendition.of(presentation.audio()).forEach(all::addAudio);
    TextRendition.of(presentation.text(), TextFormat::inDash).forEach(all::addText);
    presentation.trickPlay().forEach(all::addTrickPlay);
    presentation.thumbnails().ifPresent(all::addThumbnails);
    return List.copyOf(all.sets);
  }

  private Iterable<List<VideoTrack>> videoSets() {
    Map<List<Object>, List<VideoTrack>> sets = new LinkedHashMap<>();
    for (VideoTrack track : presentation.video()) {
      sets.computeIfAbsent(List.of(sampleEntry(track), track.colour()), key -> new ArrayList<>())
          .add(track);
    }
    return sets.values();
  }

  private void addVideo(List<VideoTrack> tracks) {
    Optional<SegmentTemplate> shared = sharedTemplate(tracks);
    List<Descriptor> descriptors = new ArrayList<>(colour(tracks.get(0).colour()));
    descriptors.add(Descriptor.mainRole());
    sets.add(
        new AdaptationSet(
            sets.size() + 1,
            "video",
            Optional.empty(),
            Optional.empty(),
            Optional.of(picture(tracks)),
            Optional.empty(),
            descriptors,
            shared,
            tracks.stream().map(track -> video(track, shared.isPresent())).toList()));
  }

  private void addAudio(AudioRendition rendition) {
    AudioTrack track = rendition.track();
    List<Descriptor> descriptors = new ArrayList<>(SoundDescriptors.of(rendition));
    sets.add(
        new AdaptationSet(
            sets.size() + 1,
            "audio",
            Optional.of(track.language()).filter(language -> rendition.hasLanguage()),
            Optional.of(rendition.name()),
            Optional.empty(),
            Optional.empty(),
            descriptors,
            Optional.of(SegmentTemplate.of(track, uris)),
            List.of(audio(track))));
  }

  private void addText(TextRendition rendition) {
    TextTrack track = rendition.track();
    sets.add(
        new AdaptationSet(
            sets.size() + 1,
            "text",
            Optional.of(track.language()).filter(language -> rendition.hasLanguage()),
            Optional.of(rendition.name()),
            Optional.empty(),
            Optional.empty(),
            TextRoles.of(track),
            Optional.of(SegmentTemplate.of(track, uris)),
            List.of(
                new Representation(
                    track.id(),
                    Optional.of(track.codec()),
                    bandwidth(track),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()))));
  }

  /** Pictures for fast forward through the set that has the same codec and colour. */
  private void addTrickPlay(VideoTrack track) {
    List<VideoTrack> main = mainOf(track);
    int mainSet =
        sets.stream().filter(set -> contains(set, main.get(0))).findFirst().orElseThrow().id();
    List<Descriptor> descriptors = new ArrayList<>(colour(track.colour()));
    descriptors.add(Descriptor.trickMode(mainSet));
    sets.add(
        new AdaptationSet(
            sets.size() + 1,
            "video",
            Optional.empty(),
            Optional.empty(),
            Optional.of(picture(List.of(track))),
            Optional.of(mostSpeed(track, main)),
            descriptors,
            Optional.of(SegmentTemplate.of(track, uris)),
            List.of(video(track, true))));
  }

  private List<VideoTrack> mainOf(VideoTrack track) {
    for (List<VideoTrack> set : videoSets()) {
      VideoTrack first = set.get(0);
      if (sampleEntry(first).equals(sampleEntry(track)) && first.colour().equals(track.colour())) {
        return set;
      }
    }
    return presentation.video();
  }

  private static boolean contains(AdaptationSet set, VideoTrack track) {
    return set.representations().stream().anyMatch(r -> r.id().equals(track.id()));
  }

  /** As many pictures a second as the rung of the same size has. */
  private static long mostSpeed(VideoTrack track, List<VideoTrack> main) {
    Rational pictures =
        main.stream()
            .filter(rung -> rung.height() == track.height())
            .findFirst()
            .orElse(main.get(main.size() - 1))
            .rate()
            .framesPerSecond();
    return Math.max(1, pictures.dividedBy(track.rate().framesPerSecond()).floor());
  }

  private void addThumbnails(ImageTrack track) {
    BitrateWindow rate = BitrateWindow.of(track, SegmentTimes.targetSeconds(presentation));
    sets.add(
        new AdaptationSet(
            sets.size() + 1,
            AdaptationSet.IMAGE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(SegmentTemplate.ofTiles(track, uris)),
            List.of(
                new Representation(
                    track.id(),
                    Optional.empty(),
                    rate.peakBitsPerSecond(),
                    Optional.of(
                        new Representation.Picture(
                            track.tileWidth(), track.tileHeight(), Optional.empty())),
                    Optional.empty(),
                    List.of(Descriptor.thumbnailTile(track.columns(), track.rows())),
                    Optional.empty()))));
  }

  private static String sampleEntry(VideoTrack track) {
    return track.codec().split("\\.", 2)[0];
  }

  private Optional<SegmentTemplate> sharedTemplate(List<VideoTrack> tracks) {
    List<SegmentTemplate> different =
        tracks.stream().map(track -> SegmentTemplate.of(track, uris)).distinct().toList();
    return different.size() == 1 ? Optional.of(different.get(0)) : Optional.empty();
  }

  private Representation video(VideoTrack track, boolean templateIsShared) {
    return new Representation(
        track.id(),
        Optional.of(track.codec()),
        bandwidth(track),
        Optional.of(
            new Representation.Picture(
                track.width(), track.height(), Optional.of(track.rate().toString()))),
        Optional.empty(),
        List.of(),
        templateIsShared ? Optional.empty() : Optional.of(SegmentTemplate.of(track, uris)));
  }

  private Representation audio(AudioTrack track) {
    return new Representation(
        track.id(),
        Optional.of(track.codec()),
        bandwidth(track),
        Optional.empty(),
        Optional.of(track.sampleRate()),
        List.of(),
        Optional.empty());
  }

  private long bandwidth(Track track) {
    BitrateWindow rate = BitrateWindow.of(track, SegmentTimes.targetSeconds(presentation));
    return LeakyBucket.smallestRate(track, minBuffer, rate.peakBitsPerSecond());
  }

  private static AdaptationSet.Picture picture(List<VideoTrack> tracks) {
    VideoTrack largest = tracks.get(0);
    Rational ratio = new Rational(largest.width(), largest.height());
    return new AdaptationSet.Picture(
        ratio.numerator() + ":" + ratio.denominator(),
        tracks.stream().mapToInt(VideoTrack::width).max().orElseThrow(),
        tracks.stream().mapToInt(VideoTrack::height).max().orElseThrow(),
        tracks.stream()
            .map(VideoTrack::rate)
            .map(FrameRate::framesPerSecond)
            .max(Rational::compareTo)
            .orElseThrow()
            .toString());
  }

  /** A player that takes HDR for SDR shows grey mush, so it must know; SDR needs no words. */
  private static List<Descriptor> colour(Colour colour) {
    return colour.highDynamicRange()
        ? List.of(
            Descriptor.colour("ColourPrimaries", colour.primaries()),
            Descriptor.colour("TransferCharacteristics", colour.transfer()),
            Descriptor.colour("MatrixCoefficients", colour.matrix()))
        : List.of();
  }
}
