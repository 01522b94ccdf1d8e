package dev.reelway.media.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One piece of FFmpeg work, done in a child process of its own. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ScanTask.class, name = "scan"),
  @JsonSubTypes.Type(value = VideoTask.class, name = "video"),
  @JsonSubTypes.Type(value = AudioTask.class, name = "audio"),
  @JsonSubTypes.Type(value = TextTask.class, name = "text"),
  @JsonSubTypes.Type(value = AnalysisTask.class, name = "analysis"),
  @JsonSubTypes.Type(value = DecodeTask.class, name = "decode")
})
public sealed interface MediaTask
    permits ScanTask, VideoTask, AudioTask, TextTask, AnalysisTask, DecodeTask {}
