/**
 * What a role tells about itself: metrics, whether it lives and is ready, its log, and traces that
 * follow a title. The metrics are described in {@code docs/metrics.md}, which a test compares.
 */
package dev.reelway.platform.telemetry;
