/** Inspection → EncodePlan: decides everything before CPU is spent. Pure but for reading YAML. */
package dev.reelway.ingest.plan;
