package dev.reelway.platform.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * How logging is until {@link Logging#start} is called, and for commands that never call it:
 * warnings only, on standard error. Without this, logback would tell everything on standard output.
 */
@ConfiguratorRank(ConfiguratorRank.NOMINAL) // after a logback.xml, if somebody brings one
public final class QuietStart extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Logging.configure(context, new TextLayout(), Level.WARN);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
