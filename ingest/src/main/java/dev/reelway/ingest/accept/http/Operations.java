package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.IngestDeadLetters;
import dev.reelway.ingest.accept.Maintenance;
import dev.reelway.ingest.accept.Profiles;
import dev.reelway.ingest.accept.Webhooks;
import dev.reelway.ingest.taskmap.TaskMaps;
import dev.reelway.ingest.view.ExecutorsView;
import dev.reelway.ingest.view.FleetStatistics;

/**
 * What runs beside titles.
 *
 * @param executors that live
 * @param profiles that submissions may name
 * @param webhooks told about titles
 * @param maintenance started by hand
 * @param ingestDeadLetters records that were not understood
 * @param tasks of titles, and where each stands
 * @param statistics of what the fleet did lately
 */
public record Operations(
    ExecutorsView executors,
    Profiles profiles,
    Webhooks webhooks,
    Maintenance maintenance,
    IngestDeadLetters ingestDeadLetters,
    TaskMaps tasks,
    FleetStatistics statistics) {}
