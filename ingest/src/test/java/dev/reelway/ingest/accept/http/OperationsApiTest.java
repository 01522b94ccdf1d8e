package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.plan.ProfileReader;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OperationsApiTest {

  private final ApiFixture api = ApiFixture.start();
  private final String admin = api.key("*", Role.ADMIN);
  private final String operator = api.key("north", Role.OPERATOR);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void health_readinessAndMetrics_needNoKey() {
    assertThat(api.get("", "/healthz").status()).isEqualTo(200);
    assertThat(api.get("", "/readyz").json().path("ok").asBoolean()).isTrue();
    assertThat(api.get("", "/metrics").status()).isEqualTo(200);
  }

  @Test
  void server_facts_sayWhatClientsMayChoose() {
    JsonNode facts = api.get(operator, "/api/v1/server").json();
    assertThat(facts.path("version").asText()).isEqualTo(Probes.NONE.version());
    assertThat(facts.path("localPaths").asBoolean()).isFalse();
    assertThat(facts.path("uploads").asText()).isEqualTo("multipart");
    assertThat(facts.path("largestUploadBytes").asLong()).isEqualTo(10_000_000);
  }

  @Test
  void keys_madeAndRevoked_workUntilThen() {
    Answer made =
        api.post(
            admin, "/api/v1/keys", "{\"name\":\"CI\",\"role\":\"editor\",\"tenant\":\"north\"}");
    String key = made.json().path("key").asText();
    assertThat(made.status()).isEqualTo(201);
    assertThat(api.get(key, "/api/v1/titles").status()).isEqualTo(200);
    assertThat(api.get(admin, "/api/v1/keys").body()).doesNotContain(key).contains("\"CI\"");
    String id = made.json().path("id").asText();
    assertThat(api.delete(admin, "/api/v1/keys/" + id).status()).isEqualTo(204);
    assertThat(api.get(key, "/api/v1/titles").status()).isEqualTo(401);
  }

  @Test
  void keys_ofATenantsAdmin_stayInItsTenant() {
    String northAdmin = api.key("north", Role.ADMIN);
    Answer foreign =
        api.post(
            northAdmin, "/api/v1/keys", "{\"name\":\"x\",\"role\":\"viewer\",\"tenant\":\"*\"}");
    assertThat(foreign.status()).isEqualTo(403);
    Answer own = api.post(northAdmin, "/api/v1/keys", "{\"name\":\"x\",\"role\":\"viewer\"}");
    assertThat(own.json().path("tenant").asText()).isEqualTo("north");
    String adminId = admin.split("_", 3)[1];
    assertThat(api.delete(northAdmin, "/api/v1/keys/" + adminId).status()).isEqualTo(404);
  }

  @Test
  void keys_theLastAdminOfAll_cannotBeRevoked() {
    assertThat(api.delete(admin, "/api/v1/keys/" + admin.split("_", 3)[1]).status()).isEqualTo(409);
  }

  @Test
  void audit_everyWrite_isThereNewestFirstAndReadsAreNot() {
    api.get(admin, "/api/v1/titles");
    api.post(admin, "/api/v1/keys", "{\"name\":\"x\",\"role\":\"viewer\"}");
    api.post(operator, "/api/v1/titles", "{}");
    JsonNode entries = api.get(admin, "/api/v1/audit").json().path("entries");
    assertThat(entries.findValuesAsText("operation")).containsExactly("createTitle", "createKey");
    assertThat(entries.findValuesAsText("outcome")).containsExactly("REQUEST_INVALID", "done");
    JsonNode ofNorth =
        api.get(api.key("north", Role.ADMIN), "/api/v1/audit").json().path("entries");
    assertThat(ofNorth.findValuesAsText("operation")).containsExactly("createTitle");
  }

  @Test
  void queue_tenantsSeeTheirTitlesAndNoExecutors() {
    api.view.accept(Examples.title("a", "north", Phase.SUBMITTED));
    api.view.accept(Examples.title("b", "south", Phase.SUBMITTED));
    api.view.accept(Examples.title("c", "south", Phase.ENCODING));
    api.executors.accept(
        new Heartbeat("w1", "host", Pool.ENCODE, "build", 2, List.of(), 1_000_000));
    JsonNode own = api.get(operator, "/api/v1/queue").json();
    assertThat(own.path("waiting").findValuesAsText("titleId")).containsExactly("a");
    assertThat(own.path("executors")).isEmpty();
    assertThat(own.path("tenants").findValuesAsText("tenant")).containsExactly("north");
    JsonNode all = api.get(admin, "/api/v1/queue").json();
    assertThat(all.path("executors").findValuesAsText("workerId")).containsExactly("w1");
    JsonNode south = all.path("tenants").get(1);
    assertThat(south.path("waiting").asInt()).isEqualTo(1);
    assertThat(south.path("tasksLeft").asInt()).isEqualTo(6);
    JsonNode standard = all.path("lanes").get(1);
    assertThat(standard.path("waiting").asInt()).isEqualTo(2);
    assertThat(standard.path("inFlight").asInt()).isEqualTo(1);
    assertThat(standard.path("tasksLeft").asInt()).isEqualTo(6);
    assertThat(all.path("pools").get(1).path("slots").asInt()).isEqualTo(2);
  }

  @Test
  void deadLetters_ofTheIngestTopic_areForKeysOfAllTenants() {
    api.operations.ingestLetters.add(Examples.ingestLetter("i1"));
    api.view.accept(Examples.taskLetter("d1", "t1", "north", 5));
    api.view.accept(Examples.taskLetter("d2", "t2", "south", 5));
    assertThat(letters(operator)).containsExactly("d1");
    assertThat(letters(admin)).containsExactlyInAnyOrder("i1", "d1", "d2");
    assertThat(api.get(operator, "/api/v1/dead-letters/i1").status()).isEqualTo(404);
    assertThat(api.post(admin, "/api/v1/dead-letters/i1/replay").status()).isEqualTo(202);
    assertThat(api.operations.calls).containsExactly("ingest i1");
  }

  @Test
  void replay_taskOfAFailedTitle_retriesThatRunOnly() {
    api.view.accept(Examples.title("t1", "north", Phase.FAILED));
    api.view.accept(Examples.taskLetter("old", "t1", "north", 4));
    api.view.accept(Examples.taskLetter("new", "t1", "north", 5));
    assertThat(api.post(operator, "/api/v1/dead-letters/old/replay").status()).isEqualTo(409);
    assertThat(api.post(operator, "/api/v1/dead-letters/new/replay").status()).isEqualTo(202);
    assertThat(api.sender.sent()).hasSize(1);
    assertThat(api.sender.last()).isEqualTo(new TitleMessage.Retry(5));
  }

  @Test
  void webhooks_ofATenant_areItsOwn() {
    Answer made =
        api.post(
            operator,
            "/api/v1/webhooks",
            "{\"url\":\"https://hooks.example/x\",\"events\":[\"published\"]}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("secret").asText()).isNotEmpty();
    String path = "/api/v1/webhooks/" + made.json().path("webhook").path("id").asText();
    assertThat(api.delete(api.key("south", Role.OPERATOR), path).status()).isEqualTo(404);
    Answer replay = api.post(operator, path + "/replay", "{\"since\":\"2026-01-01T00:00:00Z\"}");
    assertThat(replay.json().path("events").asInt()).isEqualTo(7);
    assertThat(api.get(operator, "/api/v1/webhooks").body()).contains("hooks.example");
    assertThat(api.delete(operator, path).status()).isEqualTo(204);
  }

  @Test
  void profiles_putByOperatorsOfAll_canBeNamed() {
    String path = "/api/v1/profiles/house";
    assertThat(api.put(operator, path, ProfileReader.defaultYaml()).status()).isEqualTo(403);
    assertThat(api.put(admin, path, "rungs: []").code()).isEqualTo("LADDER_INVALID");
    assertThat(api.put(admin, path, ProfileReader.defaultYaml()).status()).isEqualTo(201);
    assertThat(api.put(admin, path, ProfileReader.defaultYaml()).status()).isEqualTo(200);
    assertThat(api.get(operator, path).body()).isEqualTo(ProfileReader.defaultYaml());
    assertThat(api.get(operator, "/api/v1/profiles").body()).contains("default", "house");
    assertThat(api.put(admin, "/api/v1/profiles/default", "x").status()).isEqualTo(400);
    assertThat(api.delete(admin, path).status()).isEqualTo(204);
    assertThat(api.get(operator, path).status()).isEqualTo(404);
  }

  @Test
  void maintenance_forKeysOfAllTenants_isHandedOn() {
    assertThat(api.post(operator, "/api/v1/maintenance/sweep").status()).isEqualTo(403);
    assertThat(api.post(admin, "/api/v1/maintenance/sweep", "{\"dryRun\":true}").status())
        .isEqualTo(200);
    assertThat(api.post(admin, "/api/v1/maintenance/recover").status()).isEqualTo(200);
    assertThat(api.operations.calls).containsExactly("sweep true", "recover");
  }

  private List<String> letters(String key) {
    JsonNode all = api.get(key, "/api/v1/dead-letters").json().path("deadLetters");
    return StreamSupport.stream(all.spliterator(), false)
        .map(letter -> letter.path("id").asText())
        .toList();
  }

  @Test
  void profile_checked_isFilledInOrSaysWhatIsWrongWhere() {
    String check = "/api/v1/profiles/check";
    String good = "rungs:\n  - height: 360\n    crf: 23\n    maxBitrate: 800k\n";
    JsonNode valid = api.send(yaml(check, good)).json();
    assertThat(valid.path("valid").asBoolean()).isTrue();
    assertThat(valid.at("/profile/rungs/0/maxBitrate").asLong()).isEqualTo(800_000);
    assertThat(valid.at("/profile/rungs/0/preset").asText()).isEqualTo("fast");
    assertThat(valid.at("/profile/segmentSeconds").asDouble()).isEqualTo(6);
    JsonNode problem =
        api.send(yaml(check, good.replace("360", "361"))).json().path("problems").get(0);
    assertThat(problem.path("line").asInt()).isEqualTo(2);
    assertThat(problem.path("column").asInt()).isEqualTo(13);
    assertThat(problem.path("message").asText()).startsWith("rungs[0].height is '361'");
    assertThat(problem.path("field").asText()).isEqualTo("rungs[0].height");
    JsonNode all =
        api.send(yaml(check, good.replace("360", "361").replace("23", "99") + "text: srt\n"))
            .json();
    assertThat(all.path("problems").findValuesAsText("line")).containsExactly("2", "3", "5");
    assertThat(problem.path("code").asText()).isEqualTo("LADDER_INVALID");
    assertThat(api.send(yaml(check, "")).json().at("/problems/0/message").asText())
        .isEqualTo("The file is empty.");
    assertThat(api.send(yaml(check, "a: [")).json().at("/problems/0/line").asInt()).isPositive();
  }

  private HttpRequest yaml(String path, String text) {
    return api.request(api.key("north", Role.VIEWER), path)
        .header("Content-Type", "application/yaml")
        .POST(HttpRequest.BodyPublishers.ofString(text))
        .build();
  }
}
