/**
 * What the roles of a fleet say to one another: small messages that refer to documents in the
 * object store by title and version. All are JSON on Kafka; a reader ignores fields that it does
 * not know.
 */
package dev.reelway.contracts.fleet;
