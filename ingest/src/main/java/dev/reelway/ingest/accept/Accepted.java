package dev.reelway.ingest.accept;

import dev.reelway.contracts.fleet.TitleRequest;

/**
 * What became of a wish.
 *
 * @param request as it lies in storage
 * @param created false if the same wish had been accepted before
 */
public record Accepted(TitleRequest request, boolean created) {}
