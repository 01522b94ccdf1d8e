package dev.reelway.ingest.schedule;

import java.time.Duration;

/**
 * Something to be done again and again.
 *
 * @param name names it in the schedule; the same one after a restart
 * @param every how often, counted from start to start
 * @param work idempotent
 */
public record ScheduledTask(String name, Duration every, Runnable work) {}
