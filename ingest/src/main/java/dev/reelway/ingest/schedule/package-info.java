/**
 * What happens by the clock. The only place that knows Quartz. A task only sends messages or calls
 * services that are idempotent, so that one which runs twice does no harm.
 */
package dev.reelway.ingest.schedule;
