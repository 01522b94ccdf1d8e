package dev.reelway.ingest.inspect;

/**
 * What the person who submits a master may choose about its inspection.
 *
 * @param tolerateDamage whether a master that ends too early is taken as far as it goes
 */
public record InspectOptions(boolean tolerateDamage) {

  /** Refuses every damage. */
  public static final InspectOptions STRICT = new InspectOptions(false);
}
