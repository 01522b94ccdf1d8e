package dev.reelway.contracts.fleet;

/** How urgent a title is. Higher lanes go first, yet every lane keeps moving. */
public enum Lane {
  /** Needed now, such as news. */
  EXPRESS(16),
  /** The usual one. */
  STANDARD(4),
  /** Whenever there is room, such as a back catalogue. */
  BULK(1);

  private final int weight;

  Lane(int weight) {
    this.weight = weight;
  }

  /** Tasks that this lane is given for every {@code n} of another while both have work. */
  public int weight() {
    return weight;
  }

  /**
   * Partitions of its encode queue with share groups. A share consumer is given records of its
   * partitions in turn, so more partitions are a larger share; the root of the weight is enough,
   * because what lies in the queues was weighted when it was dispatched.
   */
  public int partitions() {
    return (int) Math.round(Math.sqrt(weight));
  }

  /** The lane as people write it: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
