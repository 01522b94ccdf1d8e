package dev.reelway.ingest.accept.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What the server said. */
record Answer(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  JsonNode json() {
    return OpenApi.json(response.body());
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  String code() {
    return json().path("code").asText();
  }

  String detail() {
    return json().path("detail").asText();
  }
}
