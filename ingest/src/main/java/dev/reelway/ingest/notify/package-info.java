/**
 * Webhooks: what happens to titles is posted to subscribers as CloudEvents.
 *
 * <pre>
 *  notifications topic ─(one group per subscription)▶ WebhookDelivery → WebhookPost ─▶ subscriber
 *                                                          │ fails: RetrySchedule, same event again
 *                                                          └ gone or given up: suspended
 * </pre>
 *
 * The group's offset is the memory of what was delivered: an instance that dies is followed by
 * another one, and replaying is a new group that starts at an instant.
 */
package dev.reelway.ingest.notify;
