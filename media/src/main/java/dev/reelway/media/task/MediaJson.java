package dev.reelway.media.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** JSON between a child process and its parent. */
public final class MediaJson {

  private MediaJson() {}

  /** A mapper for task and result records. */
  public static ObjectMapper mapper() {
    return new ObjectMapper().registerModule(new Jdk8Module());
  }
}
