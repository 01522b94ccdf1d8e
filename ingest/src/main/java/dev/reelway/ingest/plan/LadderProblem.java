package dev.reelway.ingest.plan;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is wrong in a ladder file.
 *
 * @param line from 1; absent if it is about the whole file
 * @param column from 1
 * @param path such as {@code rungs[2].preset}; absent if it is about the whole file
 * @param message what was found and what would do, without the place
 */
public record LadderProblem(
    OptionalInt line, OptionalInt column, Optional<String> path, String message) {}
