package dev.reelway.manifest.assemble;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Languages;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.contracts.title.PosterTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The step from packaged segments, in whatever order they came, to a {@link Presentation}. */
public final class PresentationAssembler {

  private PresentationAssembler() {}

  /**
   * Puts the segments of all chunks together.
   *
   * @throws ReelwayException {@code INVARIANT_BROKEN} if a track has a hole, or chunks that need
   *     different init segments
   */
  public static Presentation assemble(EncodePlan plan, Collection<PackagedSegments> packaged) {
    Map<String, List<PackagedSegments>> byTrack =
        packaged.stream().collect(Collectors.groupingBy(PackagedSegments::track));
    return new Presentation(
        plan.grid().duration(),
        plan.rungs().stream().map(rung -> video(plan, rung, of(byTrack, rung.track()))).toList(),
        plan.audio().stream()
            .sorted(Comparator.comparing(AudioPlan::isDefault).reversed())
            .map(audio -> audio(plan, audio, of(byTrack, audio.track())))
            .toList(),
        plan.text().stream().map(text -> text(plan, text, of(byTrack, text.track()))).toList(),
        plan.trickPlay().stream()
            .map(rung -> video(plan, rung, of(byTrack, rung.track())))
            .toList(),
        plan.thumbnails().map(images -> images(plan, images, of(byTrack, images.track()))),
        plan.poster().map(poster -> poster(plan, poster, of(byTrack, poster.track()))));
  }

  private static PosterTrack poster(
      EncodePlan plan, PosterPlan poster, List<PackagedSegments> parts) {
    List<SegmentEntry> pictures =
        parts.stream()
            .flatMap(part -> part.segments().stream())
            .sorted(Comparator.comparingInt(SegmentEntry::number))
            .toList();
    if (pictures.size() != poster.chunks().size()) {
      throw broken(poster.track(), "has " + pictures.size() + " pictures");
    }
    long timescale = plan.grid().rate().timescale();
    int chosen = PosterRule.best(pictures, timescale).number();
    return new PosterTrack(
        poster.track(), timescale, poster.width(), poster.height(), chosen, pictures);
  }

  private static ImageTrack images(
      EncodePlan plan, ThumbnailPlan images, List<PackagedSegments> parts) {
    return new ImageTrack(
        images.track(),
        plan.grid().rate().timescale(),
        images.width(),
        images.height(),
        images.columns(),
        images.rows(),
        plan.grid().segmentFrames() * plan.grid().rate().frameDurationTicks(),
        segments(images.track(), parts, ThumbnailPlan.tileCount(plan.grid())));
  }

  private static VideoTrack video(EncodePlan plan, RungPlan rung, List<PackagedSegments> parts) {
    return new VideoTrack(
        rung.track(),
        rung.name(),
        codec(rung.track(), parts),
        plan.grid().rate().timescale(),
        rung.width(),
        rung.height(),
        rung.rate(),
        rung.colour(),
        segments(plan, rung.track(), parts));
  }

  private static AudioTrack audio(EncodePlan plan, AudioPlan audio, List<PackagedSegments> parts) {
    return new AudioTrack(
        audio.track(),
        audio.name(),
        codec(audio.track(), parts),
        audio.sampleRate(),
        audio.sampleRate(),
        audio.channels(),
        Languages.bcp47(audio.language()),
        audio.role(),
        audio.isDefault(),
        segments(plan, audio.track(), parts));
  }

  private static TextTrack text(EncodePlan plan, TextPlan text, List<PackagedSegments> parts) {
    return new TextTrack(
        text.track(),
        text.name(),
        codec(text.track(), parts),
        TextPlan.TIMESCALE,
        Languages.bcp47(text.language()),
        text.role(),
        text.isDefault(),
        text.format(),
        segments(plan, text.track(), parts));
  }

  private static List<PackagedSegments> of(
      Map<String, List<PackagedSegments>> parts, String track) {
    return parts.getOrDefault(track, List.of());
  }

  private static String codec(String track, List<PackagedSegments> parts) {
    long inits = parts.stream().map(PackagedSegments::initSha256).distinct().count();
    if (inits != 1) {
      throw broken(track, "needs " + inits + " different init segments");
    }
    return parts.get(0).codec();
  }

  private static List<SegmentEntry> segments(
      EncodePlan plan, String track, List<PackagedSegments> parts) {
    return segments(track, parts, plan.grid().segmentCount());
  }

  private static List<SegmentEntry> segments(
      String track, List<PackagedSegments> parts, int count) {
    List<SegmentEntry> segments =
        parts.stream()
            .flatMap(part -> part.segments().stream())
            .sorted(Comparator.comparingInt(SegmentEntry::number))
            .toList();
    if (segments.size() != count) {
      throw broken(track, "has " + segments.size() + " of " + count + " segments");
    }
    long next = 0;
    for (SegmentEntry segment : segments) {
      if (segment.startTicks() != next) {
        throw broken(track, "has a gap or overlap before segment " + segment.number());
      }
      next += segment.durationTicks();
    }
    return segments;
  }

  private static ReelwayException broken(String track, String what) {
    return new ReelwayException(
        FailureKind.INVARIANT_BROKEN, "The track " + track + " " + what + ".");
  }
}
