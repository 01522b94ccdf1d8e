package dev.reelway.contracts.master;

import dev.reelway.contracts.time.Rational;

/**
 * A piece of a title's picture, to try a ladder on: its master was inspected before, so nothing of
 * it is looked at again.
 *
 * @param titleId the title
 * @param version the submission whose inspection counts
 * @param startSeconds where it begins; earlier if the title ends too soon after
 * @param seconds how long it is
 */
public record Excerpt(String titleId, int version, Rational startSeconds, Rational seconds) {}
