package dev.reelway.conformance.track;

import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.model.Rendition;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.isobmff.box.AudioSampleEntry;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.EditListBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.SampleEntry;
import java.util.List;
import java.util.Optional;

/** Judges what every init segment must say. */
final class HeaderCheck {
  private static final FourCc MPEG4_AUDIO = AudioSampleEntry.MPEG4_AUDIO;

  private final TrackHeader header;
  private final Where where;
  private final Findings findings;

  HeaderCheck(TrackHeader header, Where where, Findings findings) {
    this.header = header;
    this.where = where;
    this.findings = findings;
  }

  void check(Rendition rendition) {
    List<String> brands = header.brands().stream().map(FourCc::toString).distinct().toList();
    findings.expect(
        brands.stream().anyMatch(CmafBrands::isStructural),
        CmafRule.CMAF_BRANDS,
        where,
        "cmfc or cmf2",
        String.join(" ", brands));
    findings.expect(
        header.tracks() == 1,
        CmafRule.CMAF_ONE_TRACK,
        where,
        "1 track",
        header.tracks() + " tracks");
    findings.expect(
        header.kind().equals(Optional.of(rendition.kind().inBoxes())),
        CmafRule.CMAF_KIND_MATCHES,
        where,
        rendition.kind(),
        header.kind().map(MediaKind::toString).orElse("another kind"));
    findings.expect(
        header.defaults().containsKey(header.trackId()),
        CmafRule.CMAF_FRAGMENTS_ANNOUNCED,
        where,
        "trex of track " + header.trackId(),
        "none");
    findings.expect(
        header.tableSamples() == 0,
        CmafRule.CMAF_INIT_WITHOUT_SAMPLES,
        where,
        "no samples",
        header.tableSamples() + " samples");
    edits();
    entry();
    new ProtectionCheck(header, where, findings).check();
  }

  private void edits() {
    List<EditListBox.Entry> edits = header.edits();
    if (header.kind().equals(Optional.of(MediaKind.VIDEO))) {
      findings.expect(
          edits.isEmpty(),
          CmafRule.CMAF_VIDEO_WITHOUT_EDITS,
          where,
          "no edit list",
          describe(edits));
    }
    findings.expect(
        edits.isEmpty() || (edits.size() == 1 && isSimple(edits.get(0))),
        CmafRule.CMAF_EDIT_LIST_SIMPLE,
        where,
        "one entry at normal speed",
        describe(edits));
    if (header.entry().clear().filter(entry -> entry.type().equals(MPEG4_AUDIO)).isPresent()) {
      findings.expect(
          !edits.isEmpty(),
          CmafRule.CMAF_PRIMING_SIGNALLED,
          where,
          "an edit list",
          "none: sound is late by the encoder's delay");
    }
  }

  /** Duration 0 is "to the end"; writers that know the duration may tell it. */
  private static boolean isSimple(EditListBox.Entry edit) {
    return edit.mediaTimeTicks() >= 0 && edit.rateInteger() == 1 && edit.rateFraction() == 0;
  }

  private static String describe(List<EditListBox.Entry> edits) {
    return edits.size() == 1
        ? "one entry from " + edits.get(0).mediaTimeTicks()
        : edits.size() + " entries";
  }

  private void entry() {
    Optional<SampleEntry> entry = header.entry().clear();
    findings.expect(
        entry.isPresent(),
        CmafRule.CMAF_CODEC_KNOWN,
        where,
        "a known codec",
        header.entry().type());
    findings.expect(
        header.configurationFault().isEmpty(),
        CmafRule.CMAF_CODEC_CONFIGURED,
        where,
        "a configured codec",
        header.configurationFault().orElse(""));
    entry.ifPresent(
        known ->
            findings.expect(
                known.find(BitRateBox.class).isPresent(),
                CmafRule.CMAF_BIT_RATE_TOLD,
                where,
                "btrt",
                "none"));
    if (header.configurationFault().isEmpty()) {
      entry.ifPresent(known -> new PictureEntryCheck(where, findings).check(known));
    }
  }
}
