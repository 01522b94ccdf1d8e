package dev.reelway.media.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes whole frames of pictures that consist of fields. */
interface FieldFilter extends AutoCloseable {

  /** Takes a picture, in presentation order; gives the frames that are complete now. */
  void take(AVFrame picture, StreamDecoder.FrameSink frames);

  /** Says that no picture follows; gives what is still held. */
  void finish(StreamDecoder.FrameSink frames);

  @Override
  void close();
}
