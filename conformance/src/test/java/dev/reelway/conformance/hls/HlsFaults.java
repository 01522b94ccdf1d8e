package dev.reelway.conformance.hls;

import static dev.reelway.conformance.hls.HlsRule.*;
import static dev.reelway.conformance.manifest.ManifestFault.edit;

import dev.reelway.conformance.manifest.CleanTitle;
import dev.reelway.conformance.manifest.ManifestBench;
import dev.reelway.conformance.manifest.ManifestFault;
import dev.reelway.isobmff.box.ColourInformationBox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can be wrong with playlists, one at a time. */
final class HlsFaults {
  private static final String TOP = "index.m3u8";
  private static final String AUDIO_TAG =
      "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"English\",LANGUAGE=\"en\",DEFAULT=YES";
  private static final String MAP_V1 = "#EXT-X-MAP:URI=\"v1/init.mp4\"\n";

  private HlsFaults() {}

  static List<ManifestFault> all() {
    return Stream.of(text(), syntax(), media(), variants(), groups(), special())
        .flatMap(List::stream)
        .toList();
  }

  private static ManifestFault fault(HlsRule rule, String name, Consumer<ManifestBench> plant) {
    return new ManifestFault(rule, name, plant);
  }

  private static List<ManifestFault> text() {
    return List.of(
        fault(HLS_TEXT_ENCODING, "Latin-1", bench -> bench.file(TOP, latin(bench))),
        edit(HLS_TEXT_ENCODING, TOP, "#EXTM3U", "\uFEFF#EXTM3U"),
        edit(HLS_TEXT_ENCODING, TOP, "English", "Eng\u0001lish"),
        edit(HLS_TEXT_LIMIT, TOP, "#EXTM3U", "#EXTM3U\n#" + "x".repeat(20_000)),
        edit(HLS_FIRST_LINE, "v1.m3u8", "#EXTM3U", "#EXTM3U8"),
        fault(HLS_PLAYLIST_MISSING, "no v2.m3u8", bench -> bench.remove("v2.m3u8")),
        edit(HLS_PLAYLIST_MISSING, TOP, "\nv2.m3u8", "\n../../v2.m3u8"));
  }

  private static byte[] latin(ManifestBench bench) {
    String text = new String(bench.place().files().get(TOP), StandardCharsets.UTF_8);
    return text.replace("English", "Français").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<ManifestFault> syntax() {
    return List.of(
        edit(HLS_TAG_VALUE, "v1.m3u8", "DURATION:6", "DURATION:6.0"),
        edit(HLS_TAG_VALUE, "v1.m3u8", "#EXTINF:2.000000,", "#EXTINF:2.000000"),
        edit(HLS_TAG_VALUE, "v1.m3u8", "TYPE:VOD", "TYPE:LIVE"),
        edit(HLS_TAG_REPEATED, "v1.m3u8", "#EXT-X-VERSION:7", "#EXT-X-VERSION:7\n#EXT-X-VERSION:7"),
        edit(HLS_TAG_MISPLACED, TOP, "#EXT-X-VERSION:7", "#EXT-X-VERSION:7\n#EXT-X-ENDLIST"),
        edit(HLS_TAG_UNKNOWN, "v1.m3u8", "#EXT-X-ENDLIST", "#EXT-X-ENDLIST\n#EXT-X-WONDER:1"),
        edit(HLS_ATTRIBUTE_LIST, TOP, "BANDWIDTH=96400,", "BANDWIDTH=96400,,"),
        edit(HLS_ATTRIBUTE_LIST, TOP, "\"avc1.64001e,mp4a.40.2\"", "\"avc1.64001e,mp4a.40.2"),
        edit(HLS_ATTRIBUTE_LIST, TOP, "CODECS=\"jpeg\"", "CODECS=\"jpeg\",CODECS=\"jpeg\""),
        edit(HLS_ATTRIBUTE_VALUE, TOP, "RESOLUTION=640x360", "RESOLUTION=\"640x360\""),
        edit(HLS_ATTRIBUTE_VALUE, TOP, "FORCED=NO", "FORCED=no"),
        edit(HLS_ATTRIBUTE_MISSING, TOP, "BANDWIDTH=96400,AVERAGE-", "AVERAGE-"),
        edit(HLS_ATTRIBUTE_UNKNOWN, TOP, "FRAME-RATE=", "FRAMES=1,FRAME-RATE="),
        edit(HLS_URI_LINE, TOP, "NONE\nv1.m3u8\n", "NONE\n"),
        edit(HLS_URI_LINE, "v1.m3u8", "#EXTINF:2.000000,\n", ""),
        edit(HLS_URI_LINE, "v1.m3u8", "v1/2.m4s\n", ""),
        edit(HLS_VERSION, "v1.m3u8", "VERSION:7", "VERSION:5"),
        edit(HLS_VERSION, "i.m3u8", "VERSION:7", "VERSION:3"));
  }

  private static List<ManifestFault> media() {
    return List.of(
        fault(
            HLS_MEDIA_EMPTY,
            "no segments",
            bench -> bench.text("v2.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-ENDLIST\n")),
        edit(HLS_TARGET_DURATION, "v1.m3u8", "TARGETDURATION:6", "TARGETDURATION:5"),
        edit(HLS_TARGET_DURATION, "v1.m3u8", "#EXT-X-TARGETDURATION:6\n", ""),
        edit(HLS_TARGET_DURATION_EQUAL, "a.m3u8", "TARGETDURATION:6", "TARGETDURATION:7"),
        edit(HLS_PLAYLIST_TYPE, "v1.m3u8", "#EXT-X-PLAYLIST-TYPE:VOD\n", ""),
        edit(HLS_END_LIST, "v1.m3u8", "#EXT-X-ENDLIST\n", ""),
        edit(HLS_SEGMENT_DURATION, "v1.m3u8", "#EXTINF:2.000000", "#EXTINF:2.100000"),
        edit(HLS_DURATION_SUM, "v1.m3u8", "#EXTINF:6.000000", "#EXTINF:6.030000"),
        edit(HLS_MAP, "v1.m3u8", MAP_V1, ""),
        edit(HLS_BYTE_RANGE, "i.m3u8", "4000@40008", "4000@59000"),
        edit(HLS_BYTE_RANGE, "i.m3u8", "4000@40008", "4000@x"),
        fault(
            HLS_BYTE_RANGE_OVERLAP,
            "two ranges over one another",
            bench ->
                bench
                    .edit("v1.m3u8", "v1/1.m4s", "#EXT-X-BYTERANGE:900@0\nv1/1.m4s")
                    .edit("v1.m3u8", "v1/2.m4s", "#EXT-X-BYTERANGE:900@800\nv1/1.m4s")),
        fault(
            HLS_INDEPENDENT_SEGMENTS,
            "a segment without a sync sample first",
            bench -> bench.segment("v1/2.m4s", ManifestBench.dependent(bench.segment("v1/2.m4s")))),
        edit(HLS_INDEPENDENT_SEGMENTS_MISSING, TOP, "#EXT-X-INDEPENDENT-SEGMENTS\n", ""),
        fault(
            HLS_DISCONTINUITY,
            "a jump in the media",
            bench ->
                bench.segment("v1/3.m4s", ManifestBench.moved(bench.segment("v1/3.m4s"), 12_800))),
        edit(HLS_DURATION_EQUAL, "a.m3u8", "#EXTINF:1.984000,\na/3.m4s\n", ""),
        edit(HLS_KEY, "v1.m3u8", MAP_V1, "#EXT-X-KEY:METHOD=SAMPLE-AES\n" + MAP_V1),
        edit(HLS_KEY, "v1.m3u8", MAP_V1, "#EXT-X-KEY:METHOD=NONE,URI=\"k\"\n" + MAP_V1),
        fault(
            HLS_KEY_MISSING,
            "encrypted samples without a key",
            bench -> bench.text("v1/init.mp4", "stsd encv sinf")),
        edit(
            HLS_KEY_MISSING,
            "v1.m3u8",
            MAP_V1,
            "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"\n" + MAP_V1));
  }

  private static List<ManifestFault> variants() {
    return List.of(
        fault(
            HLS_NO_VARIANTS,
            "renditions only",
            bench -> bench.text(TOP, "#EXTM3U\n" + AUDIO_TAG + ",URI=\"a.m3u8\"\n")),
        edit(HLS_BANDWIDTH, TOP, "BANDWIDTH=96400", "BANDWIDTH=95000"),
        edit(HLS_BANDWIDTH, TOP, ":BANDWIDTH=16000", ":BANDWIDTH=15000"),
        edit(HLS_AVERAGE_BANDWIDTH, TOP, "AVERAGE-BANDWIDTH=87700", "AVERAGE-BANDWIDTH=87000"),
        edit(HLS_AVERAGE_BANDWIDTH_MISSING, TOP, "AVERAGE-BANDWIDTH=87700,", ""),
        edit(HLS_BANDWIDTH_LOOSE, TOP, ":BANDWIDTH=96400", ":BANDWIDTH=120000"),
        fault(
            HLS_PEAK_RATE,
            "one segment with most of the bytes",
            bench ->
                bench.segment(
                    "v2/1.m4s",
                    ManifestBench.measured("v2/1.m4s", 300_000, 0, 76_800, 12_800, 150))),
        edit(HLS_CODECS, TOP, "avc1.64001e,mp4a.40.2", "avc1.64001f,mp4a.40.2"),
        edit(HLS_CODECS, TOP, "avc1.64001e,mp4a.40.2", "avc1.64001e"),
        edit(HLS_CODECS, TOP, "avc1.64001e,mp4a.40.2", "avc1.64001e,mp4a.40.2,ac-3"),
        edit(HLS_CODECS_MISSING, TOP, "CODECS=\"avc1.64001e,mp4a.40.2\",", ""),
        edit(HLS_RESOLUTION, TOP, "RESOLUTION=640x360", "RESOLUTION=640x480"),
        edit(HLS_RESOLUTION_MISSING, TOP, "RESOLUTION=640x360,FRAME-RATE", "FRAME-RATE"),
        edit(HLS_FRAME_RATE, TOP, "FRAME-RATE=25.000", "FRAME-RATE=24.000"),
        edit(HLS_FRAME_RATE_MISSING, TOP, "FRAME-RATE=25.000,", ""),
        edit(HLS_FRAME_RATE_HIGH, TOP, "FRAME-RATE=25.000", "FRAME-RATE=120.000"),
        fault(
            HLS_VIDEO_RANGE,
            "PQ in the media",
            bench -> bench.init("v1/init.mp4", CleanTitle.video(640, pq()))),
        edit(HLS_SDR_VARIANT, TOP, "FRAME-RATE=", "VIDEO-RANGE=PQ,FRAME-RATE="));
  }

  private static ColourInformationBox pq() {
    return new ColourInformationBox(9, 16, 9, false);
  }

  private static List<ManifestFault> groups() {
    String second = AUDIO_TAG.replace("\"English\"", "\"Deutsch\"") + ",URI=\"a.m3u8\"\n";
    return List.of(
        edit(HLS_GROUP_MISSING, TOP, "AUDIO=\"aac\"", "AUDIO=\"surround\""),
        edit(HLS_GROUP_UNUSED, TOP, ",SUBTITLES=\"text\"", ""),
        edit(
            HLS_GROUP_NAME,
            TOP,
            AUDIO_TAG,
            AUDIO_TAG.replace("DEFAULT=YES", "URI=\"a.m3u8\"\n") + AUDIO_TAG),
        edit(HLS_GROUP_DEFAULT, TOP, AUDIO_TAG, second.replace("\"en\"", "\"de\"") + AUDIO_TAG),
        edit(HLS_AUTOSELECT, TOP, "DEFAULT=YES,AUTOSELECT=YES", "DEFAULT=YES,AUTOSELECT=NO"),
        edit(HLS_AUTOSELECT_ALIKE, TOP, AUDIO_TAG, second + AUDIO_TAG),
        edit(
            HLS_GROUP_MEMBERS,
            TOP,
            AUDIO_TAG,
            second.replace("GROUP-ID=\"aac\"", "GROUP-ID=\"aac-2\"") + AUDIO_TAG),
        edit(HLS_MEDIA_ATTRIBUTES, TOP, ",URI=\"t.m3u8\"", ""),
        edit(
            HLS_MEDIA_ATTRIBUTES,
            TOP,
            AUDIO_TAG,
            "#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"cc\",NAME=\"CC\"\n" + AUDIO_TAG),
        edit(HLS_MEDIA_ATTRIBUTES, TOP, "DEFAULT=YES", "FORCED=NO,DEFAULT=YES"),
        edit(HLS_LANGUAGE, TOP, "LANGUAGE=\"en\"", "LANGUAGE=\"english\""),
        edit(HLS_LANGUAGE, TOP, "LANGUAGE=\"en\"", "LANGUAGE=\"xx\""),
        edit(HLS_LANGUAGE_MISSING, TOP, "LANGUAGE=\"en\",", ""),
        edit(HLS_CHANNELS, TOP, "CHANNELS=\"2\"", "CHANNELS=\"6\""),
        edit(HLS_CHANNELS_MISSING, TOP, "CHANNELS=\"2\",", ""),
        fault(
            HLS_STEREO,
            "six channels only",
            bench -> bench.init("a/init.mp4", CleanTitle.sound(6, 48_000))));
  }

  private static List<ManifestFault> special() {
    return List.of(
        edit(HLS_I_FRAMES_MISSING, TOP, "#EXT-X-I-FRAME-STREAM-INF", "#"),
        edit(HLS_I_FRAMES_ONLY, "i.m3u8", "#EXT-X-I-FRAMES-ONLY\n", ""),
        edit(HLS_I_FRAMES_ONLY, "v1.m3u8", "#EXT-X-MAP", "#EXT-X-I-FRAMES-ONLY\n#EXT-X-MAP"),
        edit(HLS_I_FRAME_RANGE, "i.m3u8", "4000@15016", "2900@15016"),
        edit(HLS_I_FRAME_RANGE, "i.m3u8", "4000@15016", "4000@15100"),
        edit(HLS_IMAGES_ONLY, "im.m3u8", "#EXT-X-IMAGES-ONLY\n", ""),
        edit(HLS_TILES, "im.m3u8", "RESOLUTION=160x90", "RESOLUTION=160x80"),
        edit(HLS_TILES, "im.m3u8", "DURATION=2.000", "DURATION=1.000"),
        edit(VTT_HEADER, "t3.vtt", "WEBVTT", "WEBSRT"),
        edit(VTT_TIMESTAMP_MAP, "t3.vtt", "MPEGTS:0", "MPEGTS:900000"),
        edit(VTT_TIMESTAMP_MAP, "t3.vtt", "LOCAL:00:00:00.000", "LOCAL:0"),
        edit(
            VTT_TIMESTAMP_MAP_MISSING,
            "t3.vtt",
            "X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n",
            ""),
        edit(VTT_CUE, "t2.vtt", "00:00:08.000 --> 00:00:09.000", "00:00:08.000 -> 00:00:09.000"),
        edit(VTT_CUE, "t2.vtt", "00:00:08.000 --> 00:00:09.000", "00:00:09.000 --> 00:00:08.000"),
        edit(VTT_CUE, "t2.vtt", "00:00:08.000 -->", "00:00:08,000 -->"),
        edit(VTT_CUE_OUTSIDE, "t2.vtt", "00:00:08.000 --> 00:00:09", "00:00:13.000 --> 00:00:14"),
        edit(VTT_CUE_REPEATED, "t2.vtt", "Across the border.", "Across the boarder."),
        edit(
            VTT_CUE_REPEATED,
            "t1.vtt",
            "00:00:05.500 --> 00:00:06.500 line:90%\nAcross the border.\n",
            ""),
        edit(VTT_COVERAGE, "t.m3u8", "#EXTINF:2.000000,\nt3.vtt\n", ""));
  }
}
