/**
 * Kafka's data may be lost: what titles came to is kept in storage, and given back to the workflow
 * from there.
 */
package dev.reelway.ingest.recover;
