package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.ManifestJudge;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;
import java.util.List;

/** Runs all rules over a title's playlists. */
final class HlsJudge implements ManifestJudge {
  private static final List<HlsRules> ALL =
      List.of(
          new MediaPlaylistRules(),
          new SegmentTimeRules(),
          new ByteRangeRules(),
          new IndependenceRules(),
          new EncryptionRules(),
          new TitleRules(),
          new VariantRules(),
          new CodecRules(),
          new PictureRules(),
          new BandwidthRules(),
          new GroupRules(),
          new GroupMemberRules(),
          new SoundRules(),
          new IFrameRules(),
          new ImageRules(),
          new TextRules());

  private final HlsPackage title;

  HlsJudge(HlsPackage title) {
    this.title = title;
  }

  @Override
  public void judge(Measurements measurements, Findings findings) throws IOException {
    for (HlsRules rules : ALL) {
      try {
        rules.check(title, measurements, findings);
      } catch (ArithmeticException e) {
        // A playlist may hold numbers that no exact fraction of 64 bits can hold.
        new Faults(title.top().path(), findings)
            .add(
                HlsRule.HLS_TEXT_LIMIT,
                0,
                "numbers of a real title",
                String.valueOf(e.getMessage()));
      }
    }
  }
}
