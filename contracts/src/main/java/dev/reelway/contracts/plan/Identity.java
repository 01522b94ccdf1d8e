package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.Pulldown;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.contracts.work.ContentHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hashes of the parts of a plan that change encoded bytes; names and languages are no such parts.
 * Fields are listed by hand: a new field of a record must be decided about here.
 */
public final class Identity {

  private Identity() {}

  /** How the source picture is read. */
  public static String of(VideoStream video) {
    return ContentHash.ofParts(
        video.index(),
        video.timeBase(),
        video.sampleAspectRatio(),
        video.crop().left(),
        video.crop().top(),
        video.crop().right(),
        video.crop().bottom(),
        video.mirrored(),
        video.rotationDegrees(),
        fields(video),
        video.pixelFormat(),
        of(video.colour()));
  }

  private static String fields(VideoStream video) {
    return video.pulldown().map(Pulldown::toString).orElse(video.fieldOrder().name());
  }

  /** Every encoder setting of a rung. */
  public static String of(RungPlan rung) {
    Object[] settings = {
      rung.width(),
      rung.height(),
      rung.rateDivisor(),
      rung.rate(),
      rung.codec().name(),
      rung.preset(),
      rung.crf(),
      rung.maxBitsPerSecond(),
      rung.bufferBits(),
      rung.level(),
      rung.bitDepth(),
      of(rung.colour()),
      of(rung.hdr()),
      rung.toneMap().map(ToneMap::peakNits)
    };
    String identity = ContentHash.ofParts(settings);
    return rung.isTrickPlay() ? ContentHash.ofParts(identity, rung.use().name()) : identity;
  }

  /** Every setting of thumbnails. */
  public static String of(ThumbnailPlan thumbnails) {
    return ContentHash.ofParts(
        thumbnails.width(),
        thumbnails.height(),
        thumbnails.columns(),
        thumbnails.rows(),
        of(thumbnails.colour()),
        thumbnails.toneMap().map(ToneMap::peakNits));
  }

  /** Every setting of a sound rendition. */
  public static String of(AudioPlan audio) {
    return ContentHash.ofParts(
        of(audio.mix()),
        audio.language(),
        audio.codec().name(),
        audio.sampleRate(),
        audio.bitsPerSecond(),
        audio.loudness().map(LoudnessTarget::toString).orElse(""),
        audio.samples(),
        audio.originSeconds());
  }

  private static String of(AudioMix mix) {
    return ContentHash.ofParts(mix.inputs().toString(), mix.rows().toString());
  }

  /** Every setting of a text rendition. */
  public static String of(TextPlan text) {
    return ContentHash.ofParts(
        text.streamIndex(),
        text.captionChannel(),
        text.language(),
        text.format().name(),
        text.originSeconds());
  }

  /** Every setting of a poster. */
  public static String of(PosterPlan poster) {
    return ContentHash.ofParts(
        poster.width(),
        poster.height(),
        poster.chunks(),
        poster.frame(),
        of(poster.colour()),
        poster.toneMap().map(ToneMap::peakNits));
  }

  /** How the container's clock is made even. */
  public static String of(ClockMap clock) {
    return ContentHash.ofParts(clock.pieces().toArray());
  }

  /** Where segments start. */
  public static String of(SegmentGrid grid) {
    return ContentHash.ofParts(
        grid.rate(), grid.gopFrames(), grid.segmentFrames(), grid.frameCount());
  }

  /** A list of time stamps. */
  public static String of(TickRuns times) {
    Object[] runs = times.toTriples().stream().map(Arrays::toString).toArray();
    return ContentHash.ofParts(runs);
  }

  public static String ofChunks(List<ChunkPlan> chunks) {
    return ContentHash.ofParts(chunks.stream().map(ChunkPlan::firstFrame).toArray());
  }

  private static String of(HdrMetadata hdr) {
    List<Object> parts = new ArrayList<>();
    hdr.mastering()
        .ifPresent(
            display -> {
              for (HdrMetadata.Point point :
                  List.of(display.red(), display.green(), display.blue(), display.white())) {
                parts.addAll(List.of(point.x(), point.y()));
              }
              parts.addAll(List.of(display.maxLuminance(), display.minLuminance()));
            });
    hdr.light().ifPresent(l -> parts.addAll(List.of(l.maxContentLight(), l.maxFrameAverage())));
    return ContentHash.ofParts(parts.toArray());
  }

  private static String of(Colour colour) {
    return ContentHash.ofParts(
        colour.primaries(), colour.transfer(), colour.matrix(), colour.fullRange());
  }
}
