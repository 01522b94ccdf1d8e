package dev.reelway.conformance.rule;

/**
 * A rule that is broken.
 *
 * @param rule which
 * @param expected what the rule or the package itself promises, in a few words
 * @param found what is there instead, in a few words
 * @param where the first or only place
 * @param more how often the same rule is broken in the same track beyond the findings listed
 */
public record Finding(Rule rule, String expected, String found, Where where, long more) {}
