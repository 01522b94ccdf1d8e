package dev.reelway.ingest.notify;

import dev.reelway.contracts.fleet.Notification;
import java.util.Locale;

/**
 * A notification as a CloudEvent, version 1.0, in structured JSON.
 *
 * @param specversion of CloudEvents
 * @param id the same when it is told again
 * @param source the title's path in the API
 * @param type {@code dev.reelway.title.<phase>}
 * @param subject the title
 * @param time ISO 8601
 * @param datacontenttype of {@code data}
 * @param tenant an extension: whose title it is
 * @param data what happened
 */
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    String time,
    String datacontenttype,
    String tenant,
    Notification data) {

  /** Media type of the whole event. */
  static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final String TYPE_PREFIX = "dev.reelway.title.";

  static CloudEvent of(Notification notification) {
    return new CloudEvent(
        "1.0",
        notification.id(),
        "/api/v1/titles/" + notification.titleId(),
        TYPE_PREFIX + notification.phase().name().toLowerCase(Locale.ROOT),
        notification.titleId(),
        notification.at(),
        "application/json",
        notification.tenant(),
        notification);
  }
}
