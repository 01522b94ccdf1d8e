package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.IngestDeadLetters;
import dev.reelway.ingest.accept.Maintenance;
import dev.reelway.ingest.accept.Profiles;
import dev.reelway.ingest.accept.Webhooks;
import dev.reelway.ingest.view.ExecutorsView;

/**
 * What runs beside titles.
 *
 * @param executors that live
 * @param profiles that submissions may name
 * @param webhooks told about titles
 * @param maintenance started by hand
 * @param ingestDeadLetters records that were not understood
 */
public record Operations(
    ExecutorsView executors,
    Profiles profiles,
    Webhooks webhooks,
    Maintenance maintenance,
    IngestDeadLetters ingestDeadLetters) {}
