package dev.reelway.ingest.accept.upload;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of an upload. */
public enum UploadPurpose {
  /** It is submitted as a title. */
  @JsonProperty("master")
  MASTER,
  /** It gets an address, to be named beside the master of a title. */
  @JsonProperty("sidecar")
  SIDECAR
}
