package dev.reelway.embedded;

import java.nio.file.Path;
import java.util.Properties;

/**
 * How the embedded broker is set: one node that is broker and controller, reachable from this
 * machine only, small, and quick to be there again after a crash.
 */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String HOST = "127.0.0.1";
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final String BROKER_LISTENER = "BROKER";

  private BrokerSettings() {}

  static Properties of(Path log, int brokerPort, int controllerPort) {
    Properties settings = new Properties();
    identity(settings, log, brokerPort, controllerPort);
    oneReplica(settings);
    quickStart(settings);
    shareGroups(settings);
    small(settings);
    return settings;
  }

  private static void identity(Properties settings, Path log, int brokerPort, int controllerPort) {
    String broker = BROKER_LISTENER + "://" + HOST + ":" + brokerPort;
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", Integer.toString(NODE_ID));
    settings.setProperty("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
    settings.setProperty(
        "listeners", broker + "," + CONTROLLER_LISTENER + "://" + HOST + ":" + controllerPort);
    settings.setProperty("advertised.listeners", broker);
    settings.setProperty(
        "listener.security.protocol.map",
        BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    settings.setProperty("inter.broker.listener.name", BROKER_LISTENER);
    settings.setProperty("log.dirs", log.toAbsolutePath().toString());
    settings.setProperty("auto.create.topics.enable", "false");
  }

  private static void oneReplica(Properties settings) {
    for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      settings.setProperty(topic + ".replication.factor", "1");
      settings.setProperty(topic + ".num.partitions", "1");
    }
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    settings.setProperty("default.replication.factor", "1");
  }

  private static void quickStart(Properties settings) {
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    // After a crash the broker waits until its own old registration has run out. But on a machine
    // that is busy encoding it must not take itself for dead: all topics would be away for a while.
    settings.setProperty("broker.session.timeout.ms", "5000");
    settings.setProperty("broker.heartbeat.interval.ms", "500");
    // A crashed workflow's open transaction holds up all readers of its topics.
    settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    settings.setProperty("server.max.startup.time.ms", "60000");
  }

  private static void shareGroups(Properties settings) {
    // The first heartbeat asks for partitions, the second brings them.
    settings.setProperty("group.share.heartbeat.interval.ms", "500");
    settings.setProperty("group.share.min.heartbeat.interval.ms", "500");
    // Work that a killed member was to have is free when its session is over.
    settings.setProperty("group.share.session.timeout.ms", "6000");
    settings.setProperty("group.share.min.session.timeout.ms", "3000");
    // Nobody joins by the hundred here, so nothing is gained by waiting for more to join.
    settings.setProperty("group.share.assignment.interval.ms", "0");
    settings.setProperty("group.share.max.size", "1000");
  }

  private static void small(Properties settings) {
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "4");
    settings.setProperty("background.threads", "2");
    settings.setProperty("num.recovery.threads.per.data.dir", "2");
    settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
    settings.setProperty("log.index.size.max.bytes", "1048576");
    settings.setProperty("offsets.topic.segment.bytes", "16777216");
    settings.setProperty("share.coordinator.state.topic.segment.bytes", "16777216");
    settings.setProperty("transaction.state.log.segment.bytes", "16777216");
  }
}
