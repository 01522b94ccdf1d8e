package dev.reelway.conformance.dash;

import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.isobmff.box.ColourInformationBox;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Descriptors of colour against the {@code colr} of the media. */
final class ColourRules implements DashRules {
  private static final String PREFIX = "urn:mpeg:mpegB:cicp:";
  private static final String TRANSFER = PREFIX + "TransferCharacteristics";
  private static final int PQ = 16;
  private static final int HLG = 18;

  @Override
  public void check(DashPackage title) {
    for (MpdTrack track : title.mpd().tracks()) {
      Optional<ColourInformationBox> colour =
          track
              .measured(title.media())
              .flatMap(MeasuredTrack::description)
              .flatMap(about -> about.sampleEntry().find(ColourInformationBox.class));
      colour.ifPresent(media -> check(title, track, media));
    }
  }

  private static void check(DashPackage title, MpdTrack track, ColourInformationBox media) {
    Map<String, Integer> expected =
        Map.of(
            PREFIX + "ColourPrimaries",
            media.primaries(),
            TRANSFER,
            media.transfer(),
            PREFIX + "MatrixCoefficients",
            media.matrix());
    expected.forEach(
        (scheme, code) ->
            descriptors(track, scheme)
                .filter(found -> !found.attribute("value").orElse("").equals(code.toString()))
                .forEach(
                    found ->
                        title
                            .faults()
                            .add(
                                DashRule.DASH_COLOUR,
                                found.line(),
                                scheme + " " + code,
                                found.attribute("value").orElse(""))));
    boolean hdr = media.transfer() == PQ || media.transfer() == HLG;
    if (hdr && descriptors(track, TRANSFER).findAny().isEmpty()) {
      title.faults().add(DashRule.DASH_COLOUR_MISSING, track.line(), TRANSFER, "none");
    }
  }

  private static Stream<Element> descriptors(MpdTrack track, String scheme) {
    return Stream.concat(
        track.descriptors("EssentialProperty", scheme),
        track.descriptors("SupplementalProperty", scheme));
  }
}
