package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.media.scan.StreamScan;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a sound stream is for: what its container marks it as, else words in its title. */
final class SoundRole {

  private static final Pattern COMMENTARY =
      Pattern.compile("\\b(commentary|kommentar|commentaire|comentario|commento)\\b");
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "audio ?descri|\\bdescriptive\\b|descri[cp]ti[oó]n|visually impaired|hörfilm"
              + "|syntolkning|\\baudio-?deskription\\b");

  /** Muxers write such things where a name belongs. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "handler|core media|iso media|gpac|^sound ?(track)?$|^audio ?(track)?$|^stereo$|^mono$"
              + "|^track ?[0-9]*$|alias data|^soun$|^[^\\p{L}]*$");

  private SoundRole() {}

  static TrackRole of(StreamScan stream) {
    if (stream.dispositions().contains("comment")) {
      return TrackRole.COMMENTARY;
    }
    if (stream.dispositions().contains("visual_impaired")
        || stream.dispositions().contains("descriptions")) {
      return TrackRole.DESCRIPTION;
    }
    if (stream.dispositions().contains("dub")) {
      return TrackRole.DUB;
    }
    String title = stream.title().toLowerCase(Locale.ROOT);
    if (COMMENTARY.matcher(title).find()) {
      return TrackRole.COMMENTARY;
    }
    return DESCRIPTION.matcher(title).find() ? TrackRole.DESCRIPTION : TrackRole.MAIN;
  }

  /** Throws {@code REQUEST_INVALID} for a role that only text can have. */
  static TrackRole check(TrackRole role) {
    if (role == TrackRole.SDH || role == TrackRole.FORCED) {
      throw new ReelwayException(
          FailureKind.REQUEST_INVALID,
          "A sound track cannot have the role '%s'; main, dub, commentary and description can."
              .formatted(role.word()));
    }
    return role;
  }

  /** The stream's title where it is one that a person wrote, else empty. */
  static String name(StreamScan stream) {
    String title = stream.title().strip();
    return NO_NAME.matcher(title.toLowerCase(Locale.ROOT)).find() ? "" : title;
  }
}
