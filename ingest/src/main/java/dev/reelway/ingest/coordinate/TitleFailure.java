package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.failure.FailureKind;

/**
 * Why a title failed or is held.
 *
 * @param kind what happened
 * @param message one plain sentence
 */
public record TitleFailure(FailureKind kind, String message) {}
