package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.Excerpt;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.Rational;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ladders tried on a piece of a title. */
final class TrialsApiTest {

  private static final String TITLES = "/api/v1/titles";
  private static final String TRIALS = TITLES + "/film/trials";
  private static final String LADDER =
      "\"ladder\": \"rungs: [{height: 360, crf: 23, maxBitrate: 800k}]\"";

  private final ApiFixture api = ApiFixture.start();
  private final String editor = api.key("north", Role.EDITOR);

  @BeforeEach
  void submit() {
    api.masters.put("s3://masters/film.mov", "e1");
    api.post(editor, TITLES, "{\"source\": \"s3://masters/film.mov\", \"id\": \"film\"}");
    api.view.accept(TitleDocument.accepted(lastRequest()));
    String inspection = StorageLayout.inspectionKey("film", 1);
    api.store.put(inspection, ObjectBody.ofText("{}"), PutOptions.forKey(inspection));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void create_aLadder_isAHiddenTitleOfAPieceThatNeverGoesPublic() {
    Answer answer = api.post(editor, TRIALS, "{" + LADDER + ", \"startSeconds\": 30.5}");
    assertThat(answer.status()).isEqualTo(201);
    TitleRequest request = lastRequest();
    assertThat(request.titleId()).startsWith("trial-");
    assertThat(request.master()).isEqualTo("s3://masters/film.mov");
    assertThat(request.tenant()).isEqualTo("north");
    assertThat(request.awaitPublish()).isTrue();
    assertThat(request.options().excerpt())
        .contains(new Excerpt("film", 1, new Rational(30_500, 1_000), Rational.of(10)));
    TitleStatus trial = TitleDocument.accepted(request);
    api.view.accept(trial);
    assertThat(ids("")).containsExactly("film");
    assertThat(ids("?trials=all")).containsExactlyInAnyOrder("film", trial.titleId());
    assertThat(ids("?trialOf=film")).containsExactly(trial.titleId());
    assertThat(ids("?trialOf=other")).isEmpty();
    String path = TITLES + "/" + trial.titleId();
    assertThat(api.post(editor, path + "/publish").status()).isEqualTo(409);
    assertThat(api.post(editor, path + "/trials").status()).isEqualTo(409);
  }

  @Test
  void create_theSameTwice_isOneTrial() {
    String first = api.post(editor, TRIALS, "{" + LADDER + "}").json().path("titleId").asText();
    Answer again = api.post(editor, TRIALS, "{" + LADDER + "}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("titleId").asText()).isEqualTo(first);
  }

  @Test
  void create_beforeTheInspection_isAConflict() {
    api.store.delete(StorageLayout.inspectionKey("film", 1));
    assertThat(api.post(editor, TRIALS).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"seconds\": 1}",
        "{\"seconds\": 61}",
        "{\"startSeconds\": -1}",
        "{\"startSeconds\": 1e300}",
        "{\"profile\": \"../x\"}",
        "{\"profile\": \"default\", \"ladder\": \"rungs: []\"}",
        "{\"ladder\": \"rungs: []\"}",
      })
  void create_unusableForm_isRefused(String form) {
    assertThat(api.post(editor, TRIALS, form).status()).isEqualTo(400);
  }

  @Test
  void submit_metadataThatClaimToBeATrial_areRefused() {
    Answer answer =
        api.post(
            editor,
            TITLES,
            "{\"source\": \"s3://masters/film.mov\", \"metadata\": {\"reelway.trialOf\": \"x\"}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("reserved");
  }

  private TitleRequest lastRequest() {
    return ((TitleMessage.Submit) api.sender.last()).request();
  }

  private List<String> ids(String query) {
    return api.get(editor, TITLES + query).json().path("titles").findValuesAsText("titleId");
  }
}
