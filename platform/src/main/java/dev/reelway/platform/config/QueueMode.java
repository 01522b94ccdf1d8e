package dev.reelway.platform.config;

/** How tasks are handed to executors. */
public enum QueueMode {
  /** Share groups (Kafka 4.2 and later): any number of executors on one partition. */
  SHARE,
  /** Ordinary consumer groups, for brokers without share groups: one executor per partition. */
  CLASSIC
}
