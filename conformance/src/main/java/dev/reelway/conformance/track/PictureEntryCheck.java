package dev.reelway.conformance.track;

import dev.reelway.conformance.bitstream.Codecs;
import dev.reelway.conformance.bitstream.PictureFormat;
import dev.reelway.conformance.bitstream.PictureFormat.ColourCodes;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.ContentLightLevelBox;
import dev.reelway.isobmff.box.MasteringDisplayColourVolumeBox;
import dev.reelway.isobmff.box.PixelAspectRatioBox;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.codec.BitstreamException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares a video sample entry with the parameter sets inside it. */
final class PictureEntryCheck {
  private static final int PQ = 16;
  private static final int HLG = 18;

  private final Where where;
  private final Findings findings;

  PictureEntryCheck(Where where, Findings findings) {
    this.where = where;
    this.findings = findings;
  }

  void check(SampleEntry entry) {
    if (!(entry instanceof VisualSampleEntry video)) {
      return;
    }
    Optional<ColourCodes> told = Optional.empty();
    try {
      Optional<PictureFormat> format = Codecs.format(video);
      format.ifPresent(known -> configuration(video, known));
      format.ifPresent(known -> size(video, known));
      format.ifPresent(known -> shape(video, known));
      told = format.flatMap(PictureFormat::colour);
    } catch (BitstreamException e) {
      findings.add(CmafRule.CMAF_CODEC_CONFIGURED, where, "whole parameter sets", e.getMessage());
    }
    colour(video, told.filter(ColourCodes::isTold));
    hdr(video, told);
  }

  private void configuration(VisualSampleEntry video, PictureFormat format) {
    String found = Codecs.configuredProfileAndLevel(video);
    String expected = format.profile() + " at level " + format.level();
    findings.expect(
        found.equals(expected), CmafRule.CMAF_CONFIGURATION_MATCHES, where, expected, found);
  }

  private void size(VisualSampleEntry video, PictureFormat format) {
    findings.expect(
        format.width() == 0
            || (format.width() == video.width() && format.height() == video.height()),
        CmafRule.CMAF_SIZE_MATCHES,
        where,
        format.width() + "x" + format.height(),
        video.width() + "x" + video.height());
  }

  private void shape(VisualSampleEntry video, PictureFormat format) {
    Optional<PixelAspectRatioBox> box = video.find(PixelAspectRatioBox.class);
    findings.expect(box.isPresent(), CmafRule.CMAF_PIXEL_SHAPE_TOLD, where, "pasp", "none");
    if (box.isPresent() && format.pixelWidth() > 0 && format.pixelHeight() > 0) {
      PixelAspectRatioBox shape = box.get();
      findings.expect(
          shape.horizontalSpacing() * format.pixelHeight()
              == shape.verticalSpacing() * format.pixelWidth(),
          CmafRule.CMAF_PIXEL_SHAPE_MATCHES,
          where,
          format.pixelWidth() + ":" + format.pixelHeight(),
          shape.horizontalSpacing() + ":" + shape.verticalSpacing());
    }
  }

  private void colour(VisualSampleEntry video, Optional<ColourCodes> told) {
    if (told.isEmpty()) {
      return;
    }
    Optional<ColourCodes> box =
        video
            .find(ColourInformationBox.class)
            .map(
                colour ->
                    new ColourCodes(
                        colour.primaries(),
                        colour.transfer(),
                        colour.matrix(),
                        colour.fullRange()));
    findings.expect(
        box.isPresent(), CmafRule.CMAF_COLOUR_TOLD, where, "colr " + told.get(), "no colr");
    box.ifPresent(
        colour ->
            findings.expect(
                colour.equals(told.get()),
                CmafRule.CMAF_COLOUR_MATCHES,
                where,
                told.get(),
                colour));
  }

  private void hdr(VisualSampleEntry video, Optional<ColourCodes> told) {
    boolean described =
        video.find(MasteringDisplayColourVolumeBox.class).isPresent()
            || video.find(ContentLightLevelBox.class).isPresent();
    Set<Integer> transfers = new TreeSet<>();
    told.map(ColourCodes::transfer).ifPresent(transfers::add);
    video
        .find(ColourInformationBox.class)
        .map(ColourInformationBox::transfer)
        .ifPresent(transfers::add);
    findings.expect(
        !transfers.contains(PQ) || described,
        CmafRule.CMAF_HDR_DESCRIBED,
        where,
        "mdcv and clli",
        "neither");
    findings.expect(
        !described || transfers.contains(PQ) || transfers.contains(HLG),
        CmafRule.CMAF_HDR_WITH_PQ,
        where,
        "no mdcv or clli",
        "transfer " + transfers + " with mdcv or clli");
  }
}
