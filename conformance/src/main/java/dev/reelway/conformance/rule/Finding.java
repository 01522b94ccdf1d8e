package dev.reelway.conformance.rule;

import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.work.BrokenRule;

/**
 * A rule that is broken.
 *
 * @param rule which
 * @param expected what the rule or the package itself promises, in a few words
 * @param found what is there instead, in a few words
 * @param where the first or only place
 * @param more how often the same rule is broken in the same track beyond the findings listed
 */
public record Finding(Rule rule, String expected, String found, Where where, long more) {

  /** Returns the same for documents. */
  public BrokenRule broken() {
    return new BrokenRule(
        rule.id(),
        rule.severity().name(),
        rule.source(),
        rule.sentence(),
        expected,
        found,
        where.track(),
        where.file(),
        where.segment(),
        where.time().map(MediaTime::seconds).map(Object::toString),
        more);
  }
}
