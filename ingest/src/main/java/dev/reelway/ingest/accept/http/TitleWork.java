package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.accept.TitleSender;
import dev.reelway.ingest.view.TitleView;
import dev.reelway.platform.storage.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What the API needs to work on titles.
 *
 * @param store holds their documents
 * @param acceptance makes new ones
 * @param sender tells the workflow what people wish
 * @param view shows them as they stand
 * @param publicBaseUrl what {@code titles/} is served under, for links
 * @param patience how long an answer may wait for the workflow, so that who looks next sees what
 *     was wished
 */
public record TitleWork(
    ObjectStore store,
    Acceptance acceptance,
    TitleSender sender,
    TitleView view,
    Optional<URI> publicBaseUrl,
    Duration patience) {}
