package dev.reelway.cli.verify.decode;

import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.SampleDescriptionBox;
import java.util.List;

/** What an init segment says of encryption. */
final class InitSegments {

  private InitSegments() {}

  /** Whether samples are encrypted: their entry is called {@code encv} or {@code enca}. */
  static boolean isEncrypted(byte[] init) {
    try {
      List<ContainerBox> movies = Boxes.containers(Boxes.read(init, 0), ContainerBox.MOVIE);
      return movies.stream()
          .flatMap(movie -> movie.containers(ContainerBox.TRACK).stream())
          .map(track -> track.container(ContainerBox.MEDIA))
          .map(media -> media.container(ContainerBox.MEDIA_INFORMATION))
          .map(information -> information.container(ContainerBox.SAMPLE_TABLE))
          .map(table -> table.require(SampleDescriptionBox.class))
          .flatMap(description -> description.entries().stream())
          .map(Box::type)
          .anyMatch(type -> type.toString().startsWith("enc"));
    } catch (BoxException e) {
      return false; // the check of boxes has told it
    }
  }
}
