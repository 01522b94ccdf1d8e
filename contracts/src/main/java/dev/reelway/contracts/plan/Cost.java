package dev.reelway.contracts.plan;

/**
 * What a plan is predicted to need.
 *
 * @param cpuSeconds on one core of the reference machine
 * @param scratchBytes temporary space of the work objects
 * @param outputBytes size of the published title, at most
 */
public record Cost(long cpuSeconds, long scratchBytes, long outputBytes) {}
