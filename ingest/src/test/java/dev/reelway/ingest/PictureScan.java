package dev.reelway.ingest;

import dev.reelway.contracts.master.Crop;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.CaptionScan;
import dev.reelway.media.scan.HdrScan;
import dev.reelway.media.scan.StreamScan;
import java.util.List;
import java.util.Optional;

/** Builds the scan of a picture stream; starts as tagged HD at 25 frames per second, 1 s long. */
public final class PictureScan {
  private int index;
  private boolean isDefault;
  private boolean attached;
  private boolean encrypted;
  private boolean decodable = true;
  private int width = 1920;
  private int height = 1080;
  private Rational aspect = Rational.ONE;
  private int rotation;
  private boolean mirrored;
  private String pixelFormat = "yuv420p";
  private int bitDepth = 8;
  private int[] colour = {1, 1, 1};
  private boolean fullRange;
  private HdrScan hdr = HdrScan.NONE;
  private CaptionScan captions = CaptionScan.NONE;
  private int keyDistance = Integer.MAX_VALUE;
  private FieldOrder fieldOrder = FieldOrder.PROGRESSIVE;
  private Crop crop = Crop.NONE;
  private Rational averageRate = Rational.ZERO;
  private Rational timeBase = new Rational(1, 1000);
  private TickRuns times = TickRuns.fromTriples(List.of(new long[] {0, 40, 25}));
  private long endTicks = 1000;
  private long bytes = 1_000_000_000;

  public PictureScan index(int value) {
    index = value;
    return this;
  }

  public PictureScan isDefault() {
    isDefault = true;
    return this;
  }

  public PictureScan attached() {
    attached = true;
    return this;
  }

  public PictureScan encrypted() {
    encrypted = true;
    return this;
  }

  public PictureScan undecodable() {
    decodable = false;
    return this;
  }

  public PictureScan size(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    return this;
  }

  public PictureScan aspect(long numerator, long denominator) {
    aspect = new Rational(numerator, denominator);
    return this;
  }

  public PictureScan rotation(int degrees) {
    rotation = degrees;
    return this;
  }

  public PictureScan mirrored() {
    mirrored = true;
    return this;
  }

  public PictureScan samples(String format, int depth) {
    pixelFormat = format;
    bitDepth = depth;
    return this;
  }

  public PictureScan colour(int primaries, int transfer, int matrix) {
    colour = new int[] {primaries, transfer, matrix};
    return this;
  }

  public PictureScan fullRange() {
    fullRange = true;
    return this;
  }

  public PictureScan fields(FieldOrder order) {
    fieldOrder = order;
    return this;
  }

  public PictureScan crop(Crop value) {
    crop = value;
    return this;
  }

  public PictureScan captions(CaptionScan value) {
    captions = value;
    return this;
  }

  public PictureScan averageRate(Rational value) {
    averageRate = value;
    return this;
  }

  public PictureScan timeBase(Rational value) {
    timeBase = value;
    return this;
  }

  public PictureScan bytes(long value) {
    bytes = value;
    return this;
  }

  public PictureScan times(TickRuns value, long end) {
    times = value;
    endTicks = end;
    return this;
  }

  /** The last frame lasts as long as the one before. */
  public PictureScan ticks(long... ticks) {
    long last = ticks[ticks.length - 1];
    long step = ticks.length > 1 ? last - ticks[ticks.length - 2] : 40;
    return times(TickRuns.of(ticks), last + step);
  }

  public StreamScan build() {
    return new StreamScan(
        index,
        "video",
        "h264",
        "High",
        decodable,
        attached,
        encrypted,
        isDefault,
        List.of(),
        captions,
        "und",
        "",
        timeBase,
        Math.max(1, times.size()),
        bytes,
        times.size() == 0 ? 0 : times.first(),
        endTicks,
        Optional.of(facts()),
        Optional.empty());
  }

  /** One picture of so many is a key picture; without this only the first is. */
  public PictureScan keyEvery(int pictures) {
    keyDistance = pictures;
    return this;
  }

  /** What the stream says about high dynamic range. */
  public PictureScan hdr(HdrScan hdr) {
    this.hdr = hdr;
    return this;
  }

  private StreamScan.Video facts() {
    return new StreamScan.Video(
        width,
        height,
        aspect,
        crop,
        mirrored,
        rotation,
        pixelFormat,
        bitDepth,
        colour[0],
        colour[1],
        colour[2],
        fullRange,
        hdr,
        fieldOrder,
        averageRate,
        List.of(),
        times,
        Scans.seekPoints(times, keyDistance));
  }
}
