package dev.reelway.isobmff.read;

import dev.reelway.isobmff.box.AudioSampleEntry;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.EditListBox;
import dev.reelway.isobmff.box.ElementaryStreamDescriptorBox;
import dev.reelway.isobmff.box.MediaHeaderBox;
import dev.reelway.isobmff.box.SampleDescriptionBox;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.codec.AudioSpecificConfig;
import java.util.List;
import java.util.Optional;

/**
 * What a manifest must know of a track, read from the bytes of its init segment.
 *
 * @param kind pictures, sound or text
 * @param codec see {@link CodecString}
 * @param timescale ticks per second
 * @param width coded width in pixels, 0 without a picture
 * @param height coded height in pixels, 0 without a picture
 * @param sampleRate samples per second, 0 without sound
 * @param channels number of channels, 0 without sound
 * @param language ISO 639-2/T, or {@code und}
 * @param mediaStartTicks media time at which presentation starts by the edit list; the priming of
 *     an audio track, 0 without an edit list
 * @param sampleEntry the codec's boxes: {@code colr}, {@code pasp}, {@code btrt} …
 */
public record TrackDescription(
    Kind kind,
    String codec,
    long timescale,
    int width,
    int height,
    int sampleRate,
    int channels,
    String language,
    long mediaStartTicks,
    SampleEntry sampleEntry) {

  /** The kind of media in a track. */
  public enum Kind {
    /** Pictures. */
    VIDEO,
    /** Sound. */
    AUDIO,
    /** Text. */
    TEXT
  }

  /**
   * Reads an init segment.
   *
   * @param initSegment {@code ftyp} and {@code moov}, whole
   * @throws BoxException if there is not exactly one track, or its codec is not known here
   */
  public static TrackDescription of(byte[] initSegment) {
    List<ContainerBox> movies = Boxes.containers(Boxes.read(initSegment, 0), ContainerBox.MOVIE);
    if (movies.size() != 1) {
      throw new BoxException(ContainerBox.MOVIE, 0, movies.size() + " movies instead of one");
    }
    return of(movies.get(0));
  }

  static TrackDescription of(ContainerBox movie) {
    List<ContainerBox> tracks = movie.containers(ContainerBox.TRACK);
    if (tracks.size() != 1) {
      throw new BoxException(ContainerBox.TRACK, 0, tracks.size() + " tracks instead of one");
    }
    ContainerBox track = tracks.get(0);
    ContainerBox media = track.container(ContainerBox.MEDIA);
    SampleEntry entry = sampleEntry(media);
    MediaHeaderBox header = media.require(MediaHeaderBox.class);
    if (header.timescale() == 0) {
      throw new BoxException(MediaHeaderBox.TYPE, 0, "timescale is 0");
    }
    long start = mediaStart(track);
    if (entry instanceof VisualSampleEntry video) {
      return of(video, header, start);
    }
    return entry instanceof AudioSampleEntry audio
        ? of(audio, header, start)
        : ofText(entry, header, start);
  }

  private static TrackDescription of(VisualSampleEntry entry, MediaHeaderBox header, long start) {
    return new TrackDescription(
        Kind.VIDEO,
        CodecString.of(entry),
        header.timescale(),
        entry.width(),
        entry.height(),
        0,
        0,
        header.language(),
        start,
        entry);
  }

  private static TrackDescription ofText(SampleEntry entry, MediaHeaderBox header, long start) {
    String codec = CodecString.of(entry);
    return new TrackDescription(
        Kind.TEXT, codec, header.timescale(), 0, 0, 0, 0, header.language(), start, entry);
  }

  private static TrackDescription of(AudioSampleEntry entry, MediaHeaderBox header, long start) {
    Optional<AudioSpecificConfig> config =
        entry.find(ElementaryStreamDescriptorBox.class).map(CodecString::audioConfig);
    return new TrackDescription(
        Kind.AUDIO,
        CodecString.of(entry),
        header.timescale(),
        0,
        0,
        config.map(AudioSpecificConfig::sampleRate).orElse(entry.sampleRate()),
        config.map(AudioSpecificConfig::channels).filter(n -> n > 0).orElse(entry.channels()),
        header.language(),
        start,
        entry);
  }

  private static SampleEntry sampleEntry(ContainerBox media) {
    SampleDescriptionBox description =
        media
            .container(ContainerBox.MEDIA_INFORMATION)
            .container(ContainerBox.SAMPLE_TABLE)
            .require(SampleDescriptionBox.class);
    if (description.entries().size() != 1) {
      throw new BoxException(
          SampleDescriptionBox.TYPE, 0, description.entries().size() + " entries instead of one");
    }
    Box entry = description.entries().get(0);
    if (entry instanceof SampleEntry known) {
      return known;
    }
    throw new BoxException(entry.type(), 0, "codec is not known");
  }

  /** Empty edits in front only delay; the first edit with media says where it starts. */
  private static long mediaStart(ContainerBox track) {
    Optional<EditListBox> edits =
        track.containers(ContainerBox.EDIT).stream()
            .flatMap(edit -> edit.all(EditListBox.class).stream())
            .findFirst();
    return edits.stream()
        .flatMap(list -> list.entries().stream())
        .filter(entry -> entry.mediaTimeTicks() != EditListBox.EMPTY_EDIT)
        .mapToLong(EditListBox.Entry::mediaTimeTicks)
        .findFirst()
        .orElse(0);
  }
}
