package dev.reelway.ingest.accept.audit;

/**
 * A write that somebody asked for, also when it was refused.
 *
 * @param id unique
 * @param at ISO 8601
 * @param keyId who
 * @param tenant whose key it is
 * @param operation the operation's id in the API document, such as {@code cancelTitle}
 * @param subject the title, key or other thing that it was about; empty if there is none yet
 * @param subjectTenant whose thing it is, empty if unknown
 * @param status the answer's HTTP status
 * @param outcome {@code done}, or the code of the refusal
 * @param remoteAddress from where
 */
public record AuditEntry(
    String id,
    String at,
    String keyId,
    String tenant,
    String operation,
    String subject,
    String subjectTenant,
    int status,
    String outcome,
    String remoteAddress) {}
