/**
 * The public ingest topic: records become titles or, with the reason, dead letters.
 *
 * <pre>
 *  bytes → IngestRecordReader → IngestRecord → IngestQueue ─▶ Acceptance
 *                                                 └ bad ────▶ dead-letter topic ─(replay)▶ ingest topic
 * </pre>
 *
 * At least once: a record is finished when its Submit or its dead letter is safe. Everything that
 * follows is idempotent, so a second delivery changes nothing.
 */
package dev.reelway.ingest.queue;
