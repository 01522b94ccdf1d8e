/** Who wanted what changed, when, from where, and what came of it. */
package dev.reelway.ingest.accept.audit;
