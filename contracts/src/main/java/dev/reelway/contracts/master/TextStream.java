package dev.reelway.contracts.master;

/**
 * One text track of a title's files: a subtitle stream, a subtitle file, or closed captions inside
 * a picture.
 *
 * @param file number of the file, see {@link SourceFiles}
 * @param index stream number in the container; the picture's for closed captions
 * @param captionChannel 1 to 4 for CEA-608 CC1 to CC4, 0 for everything else
 * @param codec FFmpeg's codec name, such as {@code subrip}, or {@code eia_608}
 * @param language ISO 639-2 code, {@code und} when nobody says
 * @param name the track's name in the container, may be empty
 * @param role what it is for
 * @param isDefault whether the container marks it as the default
 */
public record TextStream(
    int file,
    int index,
    int captionChannel,
    String codec,
    String language,
    String name,
    TrackRole role,
    boolean isDefault) {

  /** The same, meant for others. */
  public TextStream tagged(String otherLanguage, String otherName, TrackRole otherRole) {
    return new TextStream(
        file, index, captionChannel, codec, otherLanguage, otherName, otherRole, isDefault);
  }
}
