package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.media.scan.HdrScan;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What only decoded pictures tell, from the first ones of a stream. */
final class FirstPictures {

  /** Enough to see a telecine pattern twice, little enough to cost nothing. */
  private static final int ENOUGH = 12;

  // AV_FIELD_UNKNOWN = 0 and AV_FIELD_PROGRESSIVE = 1. In practice, and by Apple's TN2162, "top
  // coded first" means that the upper lines are the earlier ones, however they are stored.
  private static final int TOP_CODED_TOP_SHOWN = 2;
  private static final int BOTTOM_CODED_BOTTOM_SHOWN = 3;
  private static final int TOP_CODED_BOTTOM_SHOWN = 4;
  private static final int BOTTOM_CODED_TOP_SHOWN = 5;

  private final StreamFacts.FirstFrame first;
  private int packets;
  private int pictures;
  private int topFirst;
  private int bottomFirst;

  FirstPictures(AVFrame frame, HdrScan packets) {
    first = StreamFacts.FirstFrame.of(frame, packets);
    add(frame);
  }

  /** Counts a packet that is given to the decoder once the first picture is there. */
  void packet() {
    packets++;
  }

  /** Whether each of two fields comes in a packet of its own, as H.264 in recordings may. */
  boolean fieldsAsPackets() {
    return topFirst + bottomFirst > 0 && pictures > 1 && packets * 2 > (pictures - 1) * 3;
  }

  void add(AVFrame frame) {
    pictures++;
    if ((frame.flags() & AV_FRAME_FLAG_INTERLACED) != 0) {
      boolean top = (frame.flags() & AV_FRAME_FLAG_TOP_FIELD_FIRST) != 0;
      topFirst += top ? 1 : 0;
      bottomFirst += top ? 0 : 1;
    }
  }

  StreamFacts.FirstFrame first() {
    return first;
  }

  boolean enough() {
    return pictures >= ENOUGH;
  }

  /**
   * The field order by the pictures, where their codec says it for each of them, or else by the
   * container.
   */
  FieldOrder fieldOrder(String codec, int declared) {
    if (topFirst + bottomFirst > 0) {
      return topFirst >= bottomFirst ? FieldOrder.TOP_FIRST : FieldOrder.BOTTOM_FIRST;
    }
    return switch (codec) {
      case "h264", "mpeg2video", "mpeg1video", "vc1", "dvvideo" -> FieldOrder.PROGRESSIVE;
      default -> declared(declared);
    };
  }

  private static FieldOrder declared(int order) {
    return switch (order) {
      case TOP_CODED_TOP_SHOWN, TOP_CODED_BOTTOM_SHOWN -> FieldOrder.TOP_FIRST;
      case BOTTOM_CODED_BOTTOM_SHOWN, BOTTOM_CODED_TOP_SHOWN -> FieldOrder.BOTTOM_FIRST;
      default -> FieldOrder.PROGRESSIVE;
    };
  }
}
