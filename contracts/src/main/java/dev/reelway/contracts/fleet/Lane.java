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

  /** The lane as people write it: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
