package dev.reelway.ingest;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.CaptionScan;
import dev.reelway.media.scan.StreamScan;
import java.util.List;
import java.util.Optional;

/** A sound stream as the scanner would describe it; stereo AAC of ten seconds unless told. */
public final class SoundScan {

  private static final int RATE = 48_000;

  private final int index;
  private String codec = "aac";
  private int channels = 2;
  private String layout = "stereo";
  private boolean isDefault;
  private List<String> dispositions = List.of();
  private String language = "und";
  private String title = "";
  private long firstTicks;

  public SoundScan(int index) {
    this.index = index;
  }

  public SoundScan codec(String name) {
    this.codec = name;
    return this;
  }

  public SoundScan layout(String name, int count) {
    this.layout = name;
    this.channels = count;
    return this;
  }

  public SoundScan isDefault() {
    this.isDefault = true;
    return this;
  }

  public SoundScan marked(String... names) {
    this.dispositions = List.of(names);
    return this;
  }

  public SoundScan language(String code) {
    this.language = code;
    return this;
  }

  public SoundScan title(String text) {
    this.title = text;
    return this;
  }

  public SoundScan from(long ticks) {
    this.firstTicks = ticks;
    return this;
  }

  public StreamScan build() {
    return new StreamScan(
        index,
        "audio",
        codec,
        "",
        true,
        false,
        false,
        isDefault,
        dispositions,
        CaptionScan.NONE,
        language,
        title,
        new Rational(1, RATE),
        100,
        100_000,
        firstTicks,
        firstTicks + 10L * RATE,
        Optional.empty(),
        Optional.of(new StreamScan.Audio(RATE, channels, layout)));
  }
}
