package dev.reelway.platform.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;

/** A log for machines: one {@link LogLine} as JSON on each line. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {
  private final String role;

  JsonLayout(String role) {
    this.role = role;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return new String(Json.write(LogLine.of(event, role)), StandardCharsets.UTF_8) + "\n";
  }
}
