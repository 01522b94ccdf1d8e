package dev.reelway.cli.encode;

import dev.reelway.contracts.plan.Profile;
import java.nio.file.Path;

/**
 * What one encode is asked to do.
 *
 * @param master the file
 * @param profile the ladder
 * @param out folder that becomes the title
 * @param tolerateDamage whether damaged stretches are bridged
 * @param replace whether a title made from another plan may be replaced
 * @param score whether sampled frames are scored
 * @param jobs how many tasks run at the same time
 */
public record EncodeRequest(
    Path master,
    Profile profile,
    Path out,
    boolean tolerateDamage,
    boolean replace,
    boolean score,
    int jobs) {}
