package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file of the program that says how to talk to it. Everybody may read it: editors and generators
 * of code have no key.
 *
 * @param name behind the base of the API
 * @param operation its name in the API's description
 * @param mediaType as {@code Content-Type}
 * @param resource where it lies on the class path, relative to this class
 */
record PublishedFile(String name, String operation, String mediaType, String resource) {

  void addTo(RouteList routes) {
    routes.open(HandlerType.GET, RouteList.BASE + "/" + name, operation, this::get);
  }

  private void get(Call call) {
    call.context().contentType(mediaType);
    call.context().result(bytes());
  }

  byte[] bytes() {
    try (InputStream stream = PublishedFile.class.getResourceAsStream(resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN, "The file %s cannot be read.".formatted(name), e);
    }
  }
}
