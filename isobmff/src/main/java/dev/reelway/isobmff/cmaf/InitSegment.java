package dev.reelway.isobmff.cmaf;

import static dev.reelway.isobmff.box.ContainerBox.DATA_INFORMATION;
import static dev.reelway.isobmff.box.ContainerBox.EDIT;
import static dev.reelway.isobmff.box.ContainerBox.MEDIA;
import static dev.reelway.isobmff.box.ContainerBox.MEDIA_INFORMATION;
import static dev.reelway.isobmff.box.ContainerBox.MOVIE;
import static dev.reelway.isobmff.box.ContainerBox.MOVIE_EXTENDS;
import static dev.reelway.isobmff.box.ContainerBox.SAMPLE_TABLE;
import static dev.reelway.isobmff.box.ContainerBox.TRACK;

import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ChunkOffsetBox;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.DataReferenceBox;
import dev.reelway.isobmff.box.EditListBox;
import dev.reelway.isobmff.box.FileTypeBox;
import dev.reelway.isobmff.box.HandlerBox;
import dev.reelway.isobmff.box.MediaHeaderBox;
import dev.reelway.isobmff.box.MovieHeaderBox;
import dev.reelway.isobmff.box.NullMediaHeaderBox;
import dev.reelway.isobmff.box.SampleDescriptionBox;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.SampleSizeBox;
import dev.reelway.isobmff.box.SampleToChunkBox;
import dev.reelway.isobmff.box.SoundMediaHeaderBox;
import dev.reelway.isobmff.box.SubtitleMediaHeaderBox;
import dev.reelway.isobmff.box.TimeToSampleBox;
import dev.reelway.isobmff.box.TrackExtendsBox;
import dev.reelway.isobmff.box.TrackHeaderBox;
import dev.reelway.isobmff.box.VideoMediaHeaderBox;
import dev.reelway.isobmff.box.XmlSubtitleSampleEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The CMAF header of a track: what a player reads once before any fragment (ISO/IEC 23000-19 clause
 * 7.3.2.1). The same input always gives the same bytes: no dates, no random numbers.
 *
 * @param fileType the brands
 * @param movie one track, no samples
 */
public record InitSegment(FileTypeBox fileType, ContainerBox movie) {
  /** The id of the only track. */
  public static final int TRACK_ID = 1;

  private static final int FIRST_DESCRIPTION = 1;

  /** The header of a video track; has no edit list, because composition offsets are signed. */
  public static InitSegment of(VideoTrack track) {
    ContainerBox media =
        media(
            new MediaHeaderBox(0, 0, track.timescale(), 0, MediaHeaderBox.UNDETERMINED),
            new HandlerBox(HandlerBox.VIDEO, track.name()),
            new VideoMediaHeaderBox(),
            track.sampleEntry());
    TrackHeaderBox header =
        TrackHeaderBox.ofVideo(TRACK_ID, track.displayWidth(), track.sampleEntry().height());
    return new InitSegment(
        Brands.ofVideo(track.profiles()),
        movie(track.timescale(), ContainerBox.of(TRACK, header, media)));
  }

  /** The header of an audio track; its edit list passes over the priming samples. */
  public static InitSegment of(AudioTrack track) {
    List<Box> boxes = new ArrayList<>();
    boxes.add(TrackHeaderBox.ofAudio(TRACK_ID));
    if (track.primingSamples() > 0) {
      boxes.add(ContainerBox.of(EDIT, EditListBox.startingAt(track.primingSamples())));
    }
    boxes.add(
        media(
            new MediaHeaderBox(0, 0, track.timescale(), 0, track.language()),
            new HandlerBox(HandlerBox.SOUND, track.name()),
            new SoundMediaHeaderBox(),
            track.sampleEntry()));
    return new InitSegment(
        Brands.ofAudio(track.profiles()), movie(track.timescale(), new ContainerBox(TRACK, boxes)));
  }

  /** The header of a text track; has no edit list. */
  public static InitSegment of(TextTrack track) {
    boolean xml = track.sampleEntry() instanceof XmlSubtitleSampleEntry;
    ContainerBox media =
        media(
            new MediaHeaderBox(0, 0, track.timescale(), 0, track.language()),
            new HandlerBox(xml ? HandlerBox.SUBTITLE : HandlerBox.TEXT, track.name()),
            xml ? new SubtitleMediaHeaderBox() : new NullMediaHeaderBox(),
            track.sampleEntry());
    return new InitSegment(
        Brands.ofText(track.profiles()),
        movie(track.timescale(), ContainerBox.of(TRACK, TrackHeaderBox.ofText(TRACK_ID), media)));
  }

  /** Returns the bytes of the header. */
  public byte[] toBytes() {
    return Boxes.write(List.of(fileType, movie));
  }

  private static ContainerBox movie(long timescale, ContainerBox track) {
    return ContainerBox.of(
        MOVIE,
        MovieHeaderBox.ofFragmented(timescale, TRACK_ID + 1),
        track,
        ContainerBox.of(MOVIE_EXTENDS, new TrackExtendsBox(TRACK_ID, FIRST_DESCRIPTION, 0, 0, 0)));
  }

  private static ContainerBox media(
      MediaHeaderBox header, HandlerBox handler, Box kindHeader, SampleEntry entry) {
    return ContainerBox.of(
        MEDIA,
        header,
        handler,
        ContainerBox.of(
            MEDIA_INFORMATION,
            kindHeader,
            ContainerBox.of(DATA_INFORMATION, DataReferenceBox.THIS_FILE),
            sampleTable(entry)));
  }

  /** In the order of ISO/IEC 23000-19 clause 7.3.1; all tables are empty. */
  private static ContainerBox sampleTable(SampleEntry entry) {
    return ContainerBox.of(
        SAMPLE_TABLE,
        new SampleDescriptionBox(List.of(entry)),
        TimeToSampleBox.EMPTY,
        SampleToChunkBox.EMPTY,
        SampleSizeBox.EMPTY,
        ChunkOffsetBox.EMPTY);
  }
}
