package dev.reelway.cli.encode;

import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.platform.config.StorageConfig;
import java.util.function.Supplier;

/**
 * What one encode is asked to do.
 *
 * @param master its path or address
 * @param storage how objects are reached
 * @param profile the ladder
 * @param out what becomes the title
 * @param options what is said about the master and the files beside it
 * @param replace whether a title made from another plan may be replaced
 * @param force whether a package that breaks rules becomes the title all the same
 * @param score whether sampled frames are scored
 * @param poster what the poster shall be
 * @param jobs how many tasks run at the same time
 */
record EncodeRequest(
    String master,
    Supplier<StorageConfig> storage,
    Profile profile,
    OutputPlace out,
    SourceOptions options,
    boolean replace,
    boolean force,
    boolean score,
    PosterChoice poster,
    int jobs) {}
