package dev.reelway.ingest.accept;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a key may do; each role may do what the ones before it may. */
public enum Role {
  /** Read titles and follow them. */
  @JsonProperty("viewer")
  VIEWER,
  /** Submit, upload, start, cancel, retry, publish. */
  @JsonProperty("editor")
  EDITOR,
  /** Delete titles, replay what failed, set up webhooks and profiles, run maintenance. */
  @JsonProperty("operator")
  OPERATOR,
  /** Give and take keys, read the audit log. */
  @JsonProperty("admin")
  ADMIN;

  /** Whether this role may do what needs {@code needed}. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The role as people write it: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
