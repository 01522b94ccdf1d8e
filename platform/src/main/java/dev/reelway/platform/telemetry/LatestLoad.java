package dev.reelway.platform.telemetry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The load that the workflow told last. What it has not repeated for a while is forgotten: the
 * workflow has moved to another process, which tells now.
 */
public final class LatestLoad implements Consumer<FleetLoad>, Supplier<Optional<FleetLoad>> {

  private record Told(FleetLoad load, long atNanos) {}

  private final Duration validFor;
  private final LongSupplier nanoTime;
  private volatile Optional<Told> latest = Optional.empty();

  /** Nothing yet; {@code validFor} is several times as long as the workflow's interval. */
  public LatestLoad(Duration validFor) {
    this(validFor, System::nanoTime);
  }

  LatestLoad(Duration validFor, LongSupplier nanoTime) {
    this.validFor = validFor;
    this.nanoTime = nanoTime;
  }

  @Override
  public void accept(FleetLoad load) {
    latest = Optional.of(new Told(load, nanoTime.getAsLong()));
  }

  @Override
  public Optional<FleetLoad> get() {
    long oldest = nanoTime.getAsLong() - validFor.toNanos();
    return latest.filter(told -> told.atNanos() - oldest >= 0).map(Told::load);
  }
}
