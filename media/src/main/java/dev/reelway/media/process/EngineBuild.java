package dev.reelway.media.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The name of the encoding engine in this program; part of every chunk's identity. */
final class EngineBuild {

  /** Raised whenever our own code changes what an encoder is fed or told. */
  private static final int REVISION = 2;

  /** Such as {@code reelway-2+ffmpeg-8.0.1-1.5.13-linux-x86_64-gpl}. */
  static final String ID = read();

  private EngineBuild() {}

  private static String read() {
    try (InputStream in = EngineBuild.class.getResourceAsStream("/reelway-engine.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return "reelway-" + REVISION + "+ffmpeg-" + properties.getProperty("ffmpeg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
