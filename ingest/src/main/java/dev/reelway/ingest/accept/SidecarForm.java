package dev.reelway.ingest.accept;

import dev.reelway.contracts.master.TrackRole;
import java.util.Optional;

/**
 * A sound or subtitle file that a submission names beside the master.
 *
 * @param source its address, as that of the master
 * @param language BCP 47 tag or ISO 639-2 code
 * @param role what its tracks are for
 * @param name for people
 */
public record SidecarForm(
    String source, Optional<String> language, Optional<TrackRole> role, Optional<String> name) {}
