package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The API document says what the server really has. */
final class OpenApiTest {

  @Test
  void document_operations_areTheRoutesOfTheServer() {
    try (ApiFixture api = ApiFixture.start()) {
      List<String> routes =
          api.routes().stream()
              .map(
                  route ->
                      "%s %s %s %s"
                          .formatted(
                              route.method().name(),
                              route.path(),
                              route.operationId(),
                              route.role().map(role -> role.label()).orElse("open")))
              .toList();
      assertThat(new OpenApi().operations().stream().map(OpenApi.Operation::line))
          .containsExactlyInAnyOrderElementsOf(routes);
    }
  }

  @Test
  void document_operationIds_areUnique() {
    assertThat(
            new OpenApi()
                .operations().stream().map(o -> o.node().path("operationId").asText()).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void get_theSchemaOfLaddersWithoutAKey_isServed() {
    try (ApiFixture api = ApiFixture.start()) {
      Answer answer = api.get("", "/api/v1/ladder.schema.json");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().at("/properties/rungs/type").asText()).isEqualTo("array");
    }
  }

  @Test
  void get_theDocumentWithoutAKey_isServed() {
    try (ApiFixture api = ApiFixture.start()) {
      Answer answer = api.get("", "/api/v1/openapi.yaml");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).startsWith("openapi: 3.1.0");
    }
  }
}
