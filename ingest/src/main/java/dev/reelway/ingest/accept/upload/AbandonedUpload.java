package dev.reelway.ingest.accept.upload;

/**
 * An upload that nobody goes on with.
 *
 * @param id names it for {@link Uploads#remove}
 * @param tenant whose it is
 * @param titleId the title that it would have become
 * @param lastActivity when something came last, ISO 8601
 * @param complete whether it became a title; then only its record is left
 */
public record AbandonedUpload(
    String id, String tenant, String titleId, String lastActivity, boolean complete) {}
