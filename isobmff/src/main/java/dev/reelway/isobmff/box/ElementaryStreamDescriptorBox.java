package dev.reelway.isobmff.box;

import dev.reelway.isobmff.Bytes;

/**
 * In {@code mp4a}; the MPEG-4 elementary stream descriptor (ISO/IEC 14496-14 clause 6.7.2, 14496-1
 * clause 7.2.6).
 *
 * <pre>
 *   ES descriptor 3 ─┬ decoder configuration 4 ─ decoder specific info 5
 *                    └ sync layer configuration 6: predefined 2, "MP4"
 * </pre>
 *
 * @param streamId 0 in CMAF
 * @param objectType 0x40 for MPEG-4 audio
 * @param bufferSizeBytes decoder buffer, up to 2^24-1
 * @param maxBitrate bits per second over any second
 * @param averageBitrate bits per second over the whole stream
 * @param specificInfo the AudioSpecificConfig
 */
public record ElementaryStreamDescriptorBox(
    int streamId,
    int objectType,
    int bufferSizeBytes,
    long maxBitrate,
    long averageBitrate,
    Bytes specificInfo)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("esds");

  /** The object type of MPEG-4 audio. */
  public static final int MPEG4_AUDIO = 0x40;

  private static final int ES_TAG = 3;
  private static final int CONFIG_TAG = 4;
  private static final int INFO_TAG = 5;
  private static final int SYNC_TAG = 6;
  private static final int AUDIO_STREAM = 0x15; // stream type 5, not upstream, reserved bit set
  private static final int SYNC_MP4 = 2;
  private static final int CONFIG_BYTES = 13;
  private static final int ES_BYTES = 3;
  private static final int MAX_BUFFER_BYTES = 0xff_ffff;

  /** The descriptor of an MPEG-4 audio track, with the rates of its {@code btrt}. */
  public static ElementaryStreamDescriptorBox mpeg4Audio(Bytes specificInfo, BitRateBox rate) {
    return new ElementaryStreamDescriptorBox(
        0,
        MPEG4_AUDIO,
        (int) Math.min(rate.bufferSizeBytes(), MAX_BUFFER_BYTES),
        rate.maxBitrate(),
        rate.averageBitrate(),
        specificInfo);
  }

  static ElementaryStreamDescriptorBox read(BoxReader in) {
    in.version(0);
    in.u24();
    descriptor(in, ES_TAG);
    int streamId = in.u16();
    if (in.u8() != 0) {
      throw in.fault("optional fields of the ES descriptor are not supported");
    }
    descriptor(in, CONFIG_TAG);
    int objectType = in.u8();
    in.skip(1);
    int bufferSizeBytes = in.u24();
    long maxBitrate = in.u32();
    long averageBitrate = in.u32();
    Bytes specificInfo = in.bytes(descriptor(in, INFO_TAG));
    if (descriptor(in, SYNC_TAG) != 1 || in.u8() != SYNC_MP4) {
      throw in.fault("sync layer configuration is not the one of MP4 files");
    }
    return new ElementaryStreamDescriptorBox(
        streamId, objectType, bufferSizeBytes, maxBitrate, averageBitrate, specificInfo);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    int infoBytes = specificInfo.size();
    int configBytes = CONFIG_BYTES + 1 + lengthBytes(infoBytes) + infoBytes;
    int streamBytes = ES_BYTES + 1 + lengthBytes(configBytes) + configBytes + 3;
    out.versionAndFlags(0, 0);
    writeDescriptor(out, ES_TAG, streamBytes);
    out.u16(streamId).u8(0);
    writeDescriptor(out, CONFIG_TAG, configBytes);
    out.u8(objectType).u8(AUDIO_STREAM).u24(bufferSizeBytes).u32(maxBitrate).u32(averageBitrate);
    writeDescriptor(out, INFO_TAG, infoBytes);
    out.bytes(specificInfo);
    writeDescriptor(out, SYNC_TAG, 1);
    out.u8(SYNC_MP4);
  }

  /** Reads tag and length; the length has seven bits per byte, at most four bytes. */
  private static int descriptor(BoxReader in, int expectedTag) {
    int tag = in.u8();
    if (tag != expectedTag) {
      throw in.fault("descriptor " + tag + " where " + expectedTag + " belongs");
    }
    int length = 0;
    for (int i = 0; i < 4; i++) {
      int next = in.u8();
      length = length << 7 | (next & 0x7f);
      if ((next & 0x80) == 0) {
        break;
      }
    }
    return in.count(length, 1);
  }

  private static void writeDescriptor(BoxWriter out, int tag, int length) {
    out.u8(tag);
    for (int i = lengthBytes(length) - 1; i > 0; i--) {
      out.u8(0x80 | (length >>> (7 * i)));
    }
    out.u8(length & 0x7f);
  }

  private static int lengthBytes(int length) {
    int bytes = 1;
    while (length >>> (7 * bytes) != 0) {
      bytes++;
    }
    return bytes;
  }
}
