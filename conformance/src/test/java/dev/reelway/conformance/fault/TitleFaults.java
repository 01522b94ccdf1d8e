package dev.reelway.conformance.fault;

import static dev.reelway.conformance.align.AlignmentRule.*;
import static dev.reelway.conformance.delivery.DeliveryRule.*;
import static dev.reelway.conformance.fault.SmallPackage.AVC;
import static dev.reelway.conformance.fault.SmallPackage.LIST;
import static dev.reelway.conformance.fault.SmallPackage.SMALL;
import static dev.reelway.conformance.fault.SmallPackage.SOUND;
import static dev.reelway.conformance.fault.SmallPackage.TEXT;
import static dev.reelway.conformance.fault.SmallPackage.init;
import static dev.reelway.conformance.fault.SmallPackage.segment;

import dev.reelway.conformance.place.MapPlace;
import dev.reelway.isobmff.box.EditListBox;
import dev.reelway.isobmff.box.TrackFragmentDecodeTimeBox;
import dev.reelway.isobmff.box.TrackFragmentHeaderBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Faults between tracks, of missing and left-over files, and of how files are served. */
final class TitleFaults {

  private TitleFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>(alignment());
    all.addAll(delivery());
    return all;
  }

  private static List<Fault> alignment() {
    return List.of(
        Fault.of("a rung ends early", ALIGN_SEGMENT_COUNT, p -> undeclare(p, segment(SMALL, 3))),
        Fault.of("a rung ends earlier", ALIGN_VIDEO_END, p -> undeclare(p, segment(SMALL, 3))),
        Fault.of("a rung starts a picture late", ALIGN_SEGMENT_STARTS, p -> later(p, SMALL, 1000)),
        Fault.of("a rung starts a tick late", ALIGN_SEGMENT_STARTS, p -> later(p, SMALL, 1)),
        Fault.of(
            "the last pictures of a rung last longer",
            ALIGN_VIDEO_END,
            p ->
                Damage.box(
                    p, segment(SMALL, 3), TrackFragmentHeaderBox.class, TitleFaults::longer)),
        Fault.of("sound starts late", ALIGN_AUDIO_START, p -> later(p, SOUND, 4800)),
        Fault.of(
            "too much priming is told",
            ALIGN_AUDIO_START,
            p ->
                Damage.box(p, init(SOUND), EditListBox.class, box -> EditListBox.startingAt(9000))),
        Fault.of("sound ends early", ALIGN_AUDIO_END, p -> undeclare(p, segment(SOUND, 3))),
        Fault.of("sound drifts", ALIGN_AUDIO_SEGMENTS, p -> later(p, SOUND, 4800)),
        Fault.of(
            "sound is cut elsewhere", ALIGN_AUDIO_SEGMENTS, p -> undeclare(p, segment(SOUND, 3))),
        Fault.of("text ends early", ALIGN_TEXT_COVERS, p -> undeclare(p, segment(TEXT, 3))),
        Fault.of("text drifts", ALIGN_TEXT_COVERS, p -> later(p, TEXT, 500)));
  }

  private static List<Fault> delivery() {
    return List.of(
        Fault.of("no manifest", DELIVERY_MANIFEST_EXISTS, p -> p.remove(LIST)),
        Fault.of("a segment is missing", DELIVERY_FILE_EXISTS, p -> p.remove(segment(AVC, 2))),
        Fault.of(
            "the last segment is missing", DELIVERY_FILE_EXISTS, p -> p.remove(segment(SOUND, 3))),
        Fault.of("an init segment is missing", DELIVERY_FILE_EXISTS, p -> p.remove(init(AVC))),
        Fault.of(
            "a range behind the end",
            DELIVERY_RANGE_EXISTS,
            p ->
                Damage.list(
                    p, list -> list.replace(segment(AVC, 3), segment(AVC, 3) + " 0 99999999"))),
        Fault.of(
            "a segment nobody refers to",
            DELIVERY_NO_ORPHANS,
            p -> p.put(AVC + "segment-00004.m4s", p.files().get(segment(AVC, 3)))),
        Fault.of(
            "a playlist nobody refers to",
            DELIVERY_NO_ORPHANS,
            p -> p.put("old/media.m3u8", "#EXTM3U\n")),
        Fault.of(
            "segments served as bytes",
            DELIVERY_CONTENT_TYPE,
            p -> serve(p, "content-type", "application/octet-stream")),
        Fault.of(
            "segments closed to other sites",
            DELIVERY_CROSS_ORIGIN,
            p -> serve(p, "access-control-allow-origin", "")),
        Fault.of(
            "segments that must not be cached",
            DELIVERY_CACHING,
            p -> serve(p, "cache-control", "no-store")),
        Fault.of(
            "segments cached for a minute",
            DELIVERY_CACHING,
            p -> serve(p, "cache-control", "public, max-age=60")));
  }

  private static void undeclare(MapPlace place, String segment) {
    Damage.list(place, list -> list.replace("segment " + segment + "\n", ""));
  }

  /** The whole track is shifted. */
  private static void later(MapPlace place, String track, long ticks) {
    for (int number = 1; number <= 3; number++) {
      Damage.box(
          place,
          segment(track, number),
          TrackFragmentDecodeTimeBox.class,
          box -> new TrackFragmentDecodeTimeBox(box.baseDecodeTimeTicks() + ticks));
    }
  }

  private static TrackFragmentHeaderBox longer(TrackFragmentHeaderBox box) {
    return new TrackFragmentHeaderBox(
        box.trackId(),
        box.baseDataOffset(),
        box.sampleDescriptionIndex(),
        OptionalLong.of(1001),
        box.sizeBytes(),
        box.flags(),
        box.durationIsEmpty(),
        box.baseIsMovieFragment());
  }

  /** A web server that does all well but one thing; an empty value leaves the header out. */
  private static void serve(MapPlace place, String header, String value) {
    place.webServer();
    Map<String, String> good =
        Map.of(
            "content-type", "video/mp4",
            "access-control-allow-origin", "*",
            "cache-control", "public, max-age=31536000, immutable");
    Map<String, String> bad = new java.util.TreeMap<>(good);
    bad.put(header, value);
    bad.values().removeIf(String::isEmpty);
    place.files().keySet().forEach(path -> place.headers(path, good));
    place.headers(segment(AVC, 2), bad);
  }
}
