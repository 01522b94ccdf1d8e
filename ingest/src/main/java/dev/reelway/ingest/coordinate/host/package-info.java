/**
 * Hosts the title workflow for a fleet: hands out tasks in a window, keeps leases, admits titles,
 * tells status. {@link dev.reelway.ingest.coordinate.host.Coordinator} is free of messaging; {@link
 * dev.reelway.ingest.coordinate.host.WorkflowTopology} runs it exactly once in Kafka Streams.
 */
package dev.reelway.ingest.coordinate.host;
