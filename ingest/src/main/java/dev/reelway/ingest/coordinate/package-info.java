/**
 * The title workflow: one pure state machine, hosted by a loop in one process or by Kafka Streams.
 *
 * <pre>
 *  SUBMITTED → INSPECTING → PLANNING → (AWAITING_START) → ENCODING → PUBLISHING → PUBLISHED
 *                                                                        ⇅
 *                                                                       HELD
 *  any of them before PUBLISHED → CANCELLED;  any before PUBLISHING → FAILED → (retry) SUBMITTED
 * </pre>
 */
package dev.reelway.ingest.coordinate;
