package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Master;
import dev.reelway.media.scan.MasterScan;

/**
 * A file of a title with the scanner's facts.
 *
 * @param file its identity
 * @param scan what FFmpeg sees in it
 */
public record ScannedFile(Master file, MasterScan scan) {}
