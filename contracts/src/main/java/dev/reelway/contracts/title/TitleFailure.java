package dev.reelway.contracts.title;

import dev.reelway.contracts.failure.FailureKind;

/**
 * Why a title failed or is held.
 *
 * @param kind what happened
 * @param message one plain sentence
 */
public record TitleFailure(FailureKind kind, String message) {}
