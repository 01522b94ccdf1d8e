package dev.reelway.media.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The name of the encoding engine in this program; part of every chunk's identity. */
final class EngineBuild {

  /** Raised whenever our own code changes what an encoder is fed or told. */
  private static final int REVISION = 4;

  /** Who builds natives of their own gives them a name, so that their work is never mixed. */
  private static final String LABEL_VARIABLE = "REELWAY_ENGINE_LABEL";

  /** Such as {@code reelway-4+ffmpeg-8.0.1-1.5.13-linux-x86_64-gpl}. */
  static final String ID = read();

  private EngineBuild() {}

  private static String read() {
    try (InputStream in = EngineBuild.class.getResourceAsStream("/reelway-engine.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      String label = System.getenv(LABEL_VARIABLE);
      return "reelway-"
          + REVISION
          + "+ffmpeg-"
          + properties.getProperty("ffmpeg")
          + (label == null || label.isBlank() ? "" : "+" + label);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
