package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;

/**
 * Packets of VP8 and VP9 that only make a reference picture: WebM gives them a time of their own,
 * but nothing is ever shown for them.
 */
final class HiddenPictures {

  private HiddenPictures() {}

  /** Whether {@code packet} of a stream in {@code codec} shows no picture. */
  static boolean hidden(int codec, AVPacket packet) {
    if (packet.size() == 0) {
      return false;
    }
    BytePointer data = packet.data();
    int first = data.get(0) & 0xff;
    if (codec == AV_CODEC_ID_VP8) {
      return hiddenVp8(first);
    }
    return codec == AV_CODEC_ID_VP9 && hiddenVp9(first, data.get(packet.size() - 1) & 0xff);
  }

  /** RFC 6386, 9.1: bit 4 is show_frame. */
  static boolean hiddenVp8(int firstByte) {
    return (firstByte & 0x10) == 0;
  }

  /**
   * VP9 bitstream, 6.2 and annex B, by the first and the last byte of a packet. A superframe always
   * ends with a picture that is shown.
   */
  static boolean hiddenVp9(int firstByte, int lastByte) {
    boolean superframe = (lastByte & 0xe0) == 0xc0;
    boolean profile3 = (firstByte & 0x30) == 0x30;
    // marker (2 bits), profile (2), in profile 3 a reserved bit, show_existing_frame, frame_type,
    // show_frame
    int afterProfile = profile3 ? firstByte << 1 : firstByte;
    boolean showsExisting = (afterProfile & 0x08) != 0;
    boolean shown = (afterProfile & 0x02) != 0;
    return (firstByte & 0xc0) == 0x80 && !superframe && !showsExisting && !shown;
  }
}
