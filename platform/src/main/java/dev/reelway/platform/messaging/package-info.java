/** Kafka, as far as every role needs it: clients, topics, sending, reading a topic as a whole. */
package dev.reelway.platform.messaging;
