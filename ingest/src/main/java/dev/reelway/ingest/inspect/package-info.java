/** Master → Inspection: decides what a master really holds, from the scanner's raw facts alone. */
package dev.reelway.ingest.inspect;
