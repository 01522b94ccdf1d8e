package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.http.portal.PortalFiles;
import dev.reelway.ingest.accept.upload.Uploads;

/**
 * Everything that the API hands calls on to.
 *
 * @param titles what it works on
 * @param uploads masters that come in
 * @param access who may call
 * @param operations what runs beside
 * @param probes what the server can say about itself
 * @param portal pages for people
 */
public record Collaborators(
    TitleWork titles,
    Uploads uploads,
    Access access,
    Operations operations,
    Probes probes,
    PortalFiles portal) {}
