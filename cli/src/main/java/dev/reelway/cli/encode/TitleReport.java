package dev.reelway.cli.encode;

import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import java.util.List;
import java.util.Map;

/**
 * What a version came out as, kept beside its manifests.
 *
 * @param presentation all tracks and segments
 * @param quality of sampled frames, by track
 * @param damage what was bridged in the master, one sentence each
 */
record TitleReport(Presentation presentation, Map<String, Quality> quality, List<String> damage) {}
