package dev.reelway.contracts.fleet;

import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.TitleFailure;
import java.util.Optional;

/**
 * A title entered a phase: what webhooks and event streams tell the world.
 *
 * @param id unique and the same when it is told again
 * @param titleId the title
 * @param tenant whose title it is
 * @param name for people
 * @param version the submission
 * @param run the try at it
 * @param phase entered now
 * @param at ISO 8601
 * @param failure why it failed or is held
 * @param published the version that is public
 */
public record Notification(
    String id,
    String titleId,
    String tenant,
    String name,
    int version,
    int run,
    Phase phase,
    String at,
    Optional<TitleFailure> failure,
    Optional<Publication> published) {}
