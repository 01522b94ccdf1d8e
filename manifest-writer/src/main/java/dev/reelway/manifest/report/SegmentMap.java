package dev.reelway.manifest.report;

import dev.reelway.manifest.report.VersionReport.Structure;

/**
 * Where key frames, segments and chunks lie.
 *
 * <pre>
 *  chunks    |------ 1 ------|------ 2 ------|
 *  segments  |---|---|---|---|---|---|---|---|
 *  GOPs      |.|.|.|.|.|.|.|.|.|.|.|.|.|.|.|.|
 * </pre>
 *
 * A long title shows its beginning only: the rest repeats it.
 */
final class SegmentMap {

  private static final int MOST_SEGMENTS = 24;
  private static final int ROW = 26;
  private static final String[] ROWS = {"Chunks", "Segments", "GOPs"};

  private final Html html;
  private final Structure structure;
  private final int width;
  private final int shown;

  private SegmentMap(Html html, Structure structure, int width, int most) {
    this.html = html;
    this.structure = structure;
    this.width = width;
    this.shown = Math.min(structure.segments(), most);
  }

  static void draw(Html html, Structure structure) {
    new SegmentMap(html, structure, 760, MOST_SEGMENTS).draw("wide");
    new SegmentMap(html, structure, 380, MOST_SEGMENTS / 3).draw("narrow");
  }

  private void draw(String style) {
    Canvas canvas = new Canvas(html, width, 3 * ROW + 44);
    canvas.open(style, "Chunks, segments and GOPs from the start of the title");
    for (int row = 0; row < ROWS.length; row++) {
      canvas.text(ROWS[row], 0, row * ROW + 31, "mark", "start");
    }
    chunks(canvas);
    for (int i = 0; i < shown; i++) {
      bar(canvas, 1, i, frame(i), frame(i + 1));
      int gop = 0;
      for (long start = frame(i); start < frame(i + 1); start += structure.gopFrames()) {
        bar(canvas, 2, gop++, start, Math.min(start + structure.gopFrames(), frame(i + 1)));
      }
    }
    for (int i = 0; i <= shown; i += Math.max(1, shown / 4)) {
      canvas.text(
          Words.clock(seconds(frame(i))), x(canvas, frame(i)), 3 * ROW + 34, "mark", "middle");
    }
    canvas.close();
  }

  private void chunks(Canvas canvas) {
    int segment = 0;
    for (int i = 0; i < structure.chunkSegments().size() && segment < shown; i++) {
      int end = Math.min(shown, segment + structure.chunkSegments().get(i));
      bar(canvas, 0, i, frame(segment), frame(end));
      segment = end;
    }
  }

  private void bar(Canvas canvas, int row, int index, long from, long to) {
    double x = x(canvas, from);
    canvas.bar(
        (index % 2 == 0 ? "bar" : "bar odd") + " row" + row,
        x,
        row * ROW + 14,
        Math.max(1, x(canvas, to) - x - 1),
        ROW - 4);
  }

  private long frame(int segment) {
    return segment == structure.segments()
        ? structure.frames()
        : (long) segment * structure.segmentFrames();
  }

  private double x(Canvas canvas, long frame) {
    return canvas.x((double) frame / frame(shown));
  }

  private double seconds(long frame) {
    String[] rate = structure.framesPerSecond().split("/", -1);
    double perSecond =
        Double.parseDouble(rate[0]) / (rate.length > 1 ? Double.parseDouble(rate[1]) : 1);
    return frame / perSecond;
  }
}
