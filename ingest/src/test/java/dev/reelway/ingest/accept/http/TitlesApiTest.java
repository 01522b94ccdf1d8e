package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TitlesApiTest {

  private static final String TITLES = "/api/v1/titles";
  private static final String NEWS =
      """
      {"source": "s3://masters/news.mov", "name": "News", "priority": "express"}\
      """;

  private final ApiFixture api = ApiFixture.start();
  private final String editor = api.key("north", Role.EDITOR);

  TitlesApiTest() {
    api.masters.put("s3://masters/news.mov", "etag-1");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void create_newMaster_answers201WithALocationAndTellsTheWorkflow() {
    Answer answer = api.post(editor, TITLES, NEWS);
    String id = answer.json().path("titleId").asText();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(TITLES + "/" + id);
    assertThat(answer.json().path("phase").asText()).isEqualTo("SUBMITTED");
    assertThat(answer.json().path("lane").asText()).isEqualTo("EXPRESS");
    assertThat(api.sender.sent()).hasSize(1);
    assertThat(api.sender.last()).isInstanceOf(TitleMessage.Submit.class);
  }

  @Test
  void create_theSameTwice_isOneTitle() {
    String first = api.post(editor, TITLES, NEWS).json().path("titleId").asText();
    Answer again = api.post(editor, TITLES, NEWS);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("titleId").asText()).isEqualTo(first);
  }

  @Test
  void create_sameMasterOfAnotherTenant_isAnotherTitle() {
    String first = api.post(editor, TITLES, NEWS).json().path("titleId").asText();
    Answer other = api.post(api.key("south", Role.EDITOR), TITLES, NEWS);
    assertThat(other.status()).isEqualTo(201);
    assertThat(other.json().path("titleId").asText()).isNotEqualTo(first);
  }

  @Test
  void create_idOfAnotherTenant_isRefusedInTheSameWordsAsOnesOwn() {
    api.post(editor, TITLES, "{\"source\":\"s3://masters/news.mov\",\"id\":\"mine\"}");
    Answer other =
        api.post(
            api.key("south", Role.EDITOR),
            TITLES,
            "{\"source\":\"s3://masters/news.mov\",\"id\":\"mine\"}");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.detail()).isEqualTo("The id 'mine' cannot be used for this title.");
  }

  @Test
  void get_justAccepted_isThereBeforeTheViewKnowsIt() {
    String id = api.post(editor, TITLES, NEWS).json().path("titleId").asText();
    assertThat(api.view.title(id)).isEmpty();
    assertThat(api.get(editor, TITLES + "/" + id).status()).isEqualTo(200);
  }

  @Test
  void get_publishedTitle_hasLinksToPlay() {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    JsonNode links = api.get(editor, TITLES + "/t1").json().path("links");
    assertThat(links.path("hls").asText()).isEqualTo("https://cdn.example/titles/t1/index.m3u8");
    assertThat(links.path("dash").asText()).isEqualTo("https://cdn.example/titles/t1/index.mpd");
  }

  @Test
  void get_titleOfAnotherTenant_isAsGoodAsNone() {
    api.view.accept(Examples.title("t1", "south", Phase.PUBLISHED));
    Answer theirs = api.get(editor, TITLES + "/t1");
    assertThat(theirs.status()).isEqualTo(404);
    assertThat(theirs.body()).isEqualTo(api.get(editor, TITLES + "/nobody").body());
    assertThat(api.get(api.key("*", Role.VIEWER), TITLES + "/t1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "start, AWAITING_START, Start",
    "start, INSPECTING, Start",
    "cancel, ENCODING, Cancel",
    "cancel, HELD, Cancel",
    "retry, FAILED, Retry",
    "retry, HELD, Retry",
    "retry, CANCELLED, Retry",
    "publish, AWAITING_PUBLISH, Publish",
    "unpublish, PUBLISHED, Unpublish",
  })
  void wish_inAFittingPhase_reachesTheWorkflow(String wish, Phase phase, String message) {
    api.view.accept(Examples.title("t1", "north", phase));
    assertThat(api.post(editor, TITLES + "/t1/" + wish).status()).isEqualTo(202);
    assertThat(api.sender.last().getClass().getSimpleName()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "start, ENCODING",
    "start, PUBLISHED",
    "cancel, PUBLISHED",
    "cancel, CANCELLED",
    "cancel, ROLLING_BACK",
    "retry, PUBLISHED",
    "publish, PUBLISHED",
    "unpublish, ENCODING",
    "unpublish, FAILED",
    "rollback, ENCODING",
    "versions, ENCODING",
  })
  void wish_inAnotherPhase_isAConflictAndNothingIsSent(String wish, Phase phase) {
    api.view.accept(Examples.title("t1", "north", phase));
    Answer answer = api.post(editor, TITLES + "/t1/" + wish);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.detail()).contains("The title is " + phase);
    assertThat(api.sender.sent()).isEmpty();
  }

  @Test
  void publish_whatIsHeld_needsForceAndAnOperator() {
    api.view.accept(Examples.title("t1", "north", Phase.HELD));
    String publish = TITLES + "/t1/publish";
    assertThat(api.post(editor, publish).status()).isEqualTo(409);
    assertThat(api.post(editor, publish, "{\"force\": true}").status()).isEqualTo(403);
    String operator = api.key("north", Role.OPERATOR);
    assertThat(api.post(operator, publish, "{\"force\": true}").status()).isEqualTo(202);
    assertThat(api.sender.last()).isEqualTo(new TitleMessage.Publish(3, true));
  }

  @Test
  void publish_byForceWhatIsNotHeld_isAConflict() {
    api.view.accept(Examples.title("t1", "north", Phase.AWAITING_PUBLISH));
    String operator = api.key("north", Role.OPERATOR);
    assertThat(api.post(operator, TITLES + "/t1/publish", "{\"force\": true}").status())
        .isEqualTo(409);
  }

  @Test
  void publish_atADate_setsItForTitlesThatWait() {
    api.post(editor, TITLES, NEWS.replace("}", ", \"id\": \"n\", \"publish\": \"manual\"}"));
    TitleRequest request = ((TitleMessage.Submit) api.sender.last()).request();
    api.view.accept(waiting(request));
    Answer answer =
        api.post(editor, TITLES + "/n/publish", "{\"at\": \"2027-01-01T00:00:00+01:00\"}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(api.sender.last())
        .isEqualTo(new TitleMessage.PublishAt(1, Optional.of("2026-12-31T23:00:00Z")));
    assertThat(api.post(editor, TITLES + "/n/publish", "{\"at\": \"soon\"}").status())
        .isEqualTo(400);
  }

  @Test
  void publish_atADate_isAConflictForTitlesThatDoNotWait() {
    api.post(editor, TITLES, NEWS.replace("}", ", \"id\": \"n\"}"));
    TitleRequest request = ((TitleMessage.Submit) api.sender.last()).request();
    api.view.accept(waiting(request));
    Answer answer = api.post(editor, TITLES + "/n/publish", "{\"at\": \"2027-01-01T00:00:00Z\"}");
    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void publish_atADateThatIsNoGood_isRefused() {
    api.post(
        editor,
        TITLES,
        NEWS.replace(
            "}",
            ", \"id\": \"n\", \"publish\": \"manual\","
                + " \"unpublishAt\": \"2099-01-01T00:00:00Z\"}"));
    TitleRequest request = ((TitleMessage.Submit) api.sender.last()).request();
    api.view.accept(waiting(request));
    assertThat(refusal("publish", "2020-01-01T00:00:00Z")).contains("has passed");
    assertThat(refusal("publish", "2099-01-01T00:00:00Z")).contains("write an earlier one");
    assertThat(api.sender.last()).isInstanceOf(TitleMessage.Submit.class);
  }

  @Test
  void unpublish_atADate_setsIt() {
    submitted("n", "\"publish\": \"auto\"");
    Answer answer =
        api.post(editor, TITLES + "/n/unpublish", "{\"at\": \"2099-01-01T01:00:00+01:00\"}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(api.sender.last())
        .isEqualTo(new TitleMessage.UnpublishAt(1, Optional.of("2099-01-01T00:00:00Z")));
  }

  @Test
  void unpublish_atADateThatIsNoGood_isRefused() {
    submitted("n", "\"publishAt\": \"2099-01-01T00:00:00Z\"");
    assertThat(refusal("unpublish", "2020-01-01T00:00:00Z")).contains("has passed");
    assertThat(refusal("unpublish", "2099-01-01T00:00:00Z")).contains("write a later one");
    assertThat(refusal("unpublish", "never")).contains("a date with a time");
    assertThat(api.sender.last()).isInstanceOf(TitleMessage.Submit.class);
  }

  @ParameterizedTest
  @CsvSource({"UNPUBLISHED", "FAILED", "CANCELLED"})
  void unpublish_atADateWhatIsNotPublic_isAConflict(Phase phase) {
    api.view.accept(Examples.title("t1", "north", phase));
    Answer answer =
        api.post(editor, TITLES + "/t1/unpublish", "{\"at\": \"2099-01-01T00:00:00Z\"}");
    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void dates_thatWereSet_canBeDropped() {
    submitted("n", "\"publishAt\": \"2099-01-01T00:00:00Z\"");
    assertThat(api.delete(editor, TITLES + "/n/publish").status()).isEqualTo(202);
    assertThat(api.sender.last()).isEqualTo(new TitleMessage.PublishAt(1, Optional.empty()));
    assertThat(api.delete(editor, TITLES + "/n/unpublish").status()).isEqualTo(202);
    assertThat(api.sender.last()).isEqualTo(new TitleMessage.UnpublishAt(1, Optional.empty()));
    String viewer = api.key("north", Role.VIEWER);
    assertThat(api.delete(viewer, TITLES + "/n/publish").status()).isEqualTo(403);
  }

  private void submitted(String id, String more) {
    api.post(editor, TITLES, NEWS.replace("}", ", \"id\": \"" + id + "\", " + more + "}"));
    api.view.accept(waiting(((TitleMessage.Submit) api.sender.last()).request()));
  }

  private String refusal(String wish, String at) {
    Answer answer = api.post(editor, TITLES + "/n/" + wish, "{\"at\": \"" + at + "\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo("REQUEST_INVALID");
    return answer.detail();
  }

  private static TitleStatus waiting(TitleRequest request) {
    return TitleDocument.accepted(request);
  }

  @Test
  void retry_failedTitle_namesItsRun() {
    api.view.accept(Examples.title("t1", "north", Phase.FAILED));
    api.post(editor, TITLES + "/t1/retry");
    assertThat(api.sender.last()).isEqualTo(new TitleMessage.Retry(5));
  }

  @Test
  void rollback_noVersionNamed_goesToTheOneBeforeThePublicOne() {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    putVersions(1, 2, 3);
    assertThat(api.post(editor, TITLES + "/t1/rollback").status()).isEqualTo(202);
    assertThat(api.sender.last()).isEqualTo(new TitleMessage.RollBack(1));
  }

  @Test
  void rollback_versionThatIsNotThere_saysWhichAre() {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    putVersions(1, 2);
    Answer answer = api.post(editor, TITLES + "/t1/rollback", "{\"version\": 9}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.detail()).contains("no version 9").contains("[1, 2]");
  }

  @Test
  void versions_ofAPublishedTitle_areListedWithThePublicOne() {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    putVersions(1, 2, 11);
    JsonNode versions = api.get(editor, TITLES + "/t1/versions").json().path("versions");
    assertThat(versions.findValuesAsText("version")).containsExactly("1", "2", "11");
    assertThat(versions.findValuesAsText("isPublic")).containsExactly("false", "true", "false");
  }

  @Test
  void encodeAgain_anotherLadder_keepsMasterAndIdAndSubmits() {
    String id = api.post(editor, TITLES, NEWS).json().path("titleId").asText();
    String requestId = ((TitleMessage.Submit) api.sender.last()).request().requestId();
    api.view.accept(withRequest(id, requestId));
    Answer answer = api.post(editor, TITLES + "/" + id + "/versions", "{\"tolerateDamage\": true}");
    assertThat(answer.status()).isEqualTo(202);
    var request = ((TitleMessage.Submit) api.sender.last()).request();
    assertThat(request.titleId()).isEqualTo(id);
    assertThat(request.master()).isEqualTo("s3://masters/news.mov");
    assertThat(request.options().tolerateDamage()).isTrue();
  }

  @Test
  void encodeAgain_withSidecars_addsThemAndReplacesTheSame() {
    api.masters.put("s3://masters/de.srt", "e1");
    api.masters.put("s3://masters/fr.srt", "e2");
    String id = api.post(editor, TITLES, NEWS).json().path("titleId").asText();
    assertThat(newVersion(id, "{\"source\": \"s3://masters/de.srt\"}"))
        .containsExactly("s3://masters/de.srt ");
    assertThat(
            newVersion(
                id,
                "{\"source\": \"s3://masters/fr.srt\"}, {\"source\": \"s3://masters/de.srt\","
                    + " \"language\": \"de\"}"))
        .containsExactly("s3://masters/de.srt de", "s3://masters/fr.srt ");
    assertThat(newVersion(id, "")).isEmpty();
  }

  private List<String> newVersion(String id, String sidecars) {
    var before = ((TitleMessage.Submit) api.sender.last()).request();
    api.view.accept(withRequest(id, before.requestId()));
    String body = "{\"sidecars\": [" + sidecars + "]}";
    assertThat(api.post(editor, TITLES + "/" + id + "/versions", body).status()).isEqualTo(202);
    return ((TitleMessage.Submit) api.sender.last())
        .request().options().sidecars().stream()
            .map(sidecar -> sidecar.source() + " " + sidecar.language().orElse(""))
            .toList();
  }

  @Test
  void encodeAgain_nothingChanged_isAConflict() {
    String id = api.post(editor, TITLES, NEWS).json().path("titleId").asText();
    String requestId = ((TitleMessage.Submit) api.sender.last()).request().requestId();
    api.view.accept(withRequest(id, requestId));
    assertThat(api.post(editor, TITLES + "/" + id + "/versions").status()).isEqualTo(409);
  }

  @Test
  void delete_anyPhase_isForOperators() {
    api.view.accept(Examples.title("t1", "north", Phase.ENCODING));
    assertThat(api.delete(editor, TITLES + "/t1").status()).isEqualTo(403);
    assertThat(api.delete(api.key("north", Role.OPERATOR), TITLES + "/t1").status()).isEqualTo(202);
    assertThat(api.sender.last()).isEqualTo(new TitleMessage.Erase());
  }

  @ParameterizedTest
  @CsvSource({
    "inspection, jobs/t1/3/inspection.json",
    "plan, jobs/t1/3/plan.json",
    "report, titles/t1/versions/2/report.json"
  })
  void document_thatLiesInStorage_isHandedOut(String name, String key) {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    assertThat(api.get(editor, TITLES + "/t1/" + name).status()).isEqualTo(404);
    api.store.put(key, ObjectBody.ofText("{\"schema\": 1}"), PutOptions.forKey(key));
    Answer answer = api.get(editor, TITLES + "/t1/" + name);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("schema").asInt()).isEqualTo(1);
  }

  @Test
  void reportPage_thatLiesInStorage_isHtml() {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    String key = "titles/t1/versions/2/report.html";
    api.store.put(key, ObjectBody.ofText("<!DOCTYPE html>"), PutOptions.forKey(key));
    Answer answer = api.get(editor, TITLES + "/t1/report.html");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo("<!DOCTYPE html>");
    assertThat(answer.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void log_phasesAndDeadLetters_areInOrder() {
    api.view.accept(Examples.title("t1", "north", Phase.FAILED));
    api.view.accept(Examples.notification("t1", "north", Phase.ENCODING));
    api.view.accept(Examples.notification("t1", "north", Phase.ENCODING));
    api.view.accept(Examples.taskLetter("d1", "t1", "north", 5));
    api.view.accept(Examples.taskLetter("d2", "t2", "north", 5));
    JsonNode entries = api.get(editor, TITLES + "/t1/log").json().path("entries");
    assertThat(entries).hasSize(2);
    assertThat(entries.get(1).path("deadLetter").path("id").asText()).isEqualTo("d1");
  }

  @Test
  void list_whileTitlesComeAndGo_showsEveryOldTitleOnce() {
    IntStream.range(0, 25).forEach(i -> api.view.accept(numbered(i)));
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      Answer page = api.get(editor, TITLES + "?limit=4" + next);
      seen.addAll(page.json().path("titles").findValuesAsText("titleId"));
      next = "&cursor=" + page.json().path("next").asText();
      api.view.accept(numbered(100 + seen.size()));
      api.view.forget(seen.get(seen.size() - 1));
    } while (!next.equals("&cursor="));
    List<String> expected =
        IntStream.rangeClosed(1, 25).mapToObj(i -> numbered(25 - i).titleId()).toList();
    assertThat(seen).containsExactlyElementsOf(expected);
  }

  @Test
  void list_wordsAndPhase_narrowItAndTotalCountsAllPages() {
    api.view.accept(Examples.title("a", "north", Phase.PUBLISHED, Examples.AT, "Red Fox"));
    api.view.accept(Examples.title("b", "north", Phase.PUBLISHED, Examples.AT, "Red Deer"));
    api.view.accept(Examples.title("c", "north", Phase.FAILED, Examples.AT, "Red Fox"));
    api.view.accept(Examples.title("d", "south", Phase.PUBLISHED, Examples.AT, "Red Fox"));
    assertThat(ids("?query=FOX%20red")).containsExactlyInAnyOrder("a", "c");
    assertThat(ids("?query=red&phase=published,held&sort=name")).containsExactly("b", "a");
    assertThat(api.get(editor, TITLES + "?limit=1").json().path("total").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "?limit=0",
    "?limit=x",
    "?limit=501",
    "?sort=size",
    "?phase=done",
    "?cursor=%22",
    "?cursor=bm9uc2Vuc2U"
  })
  void list_unusableParameter_isRefused(String query) {
    assertThat(api.get(editor, TITLES + query).status()).isEqualTo(400);
  }

  private List<String> ids(String query) {
    return api.get(editor, TITLES + query).json().path("titles").findValuesAsText("titleId");
  }

  private static TitleStatus numbered(int number) {
    String at = "2026-01-01T00:%02d:%02dZ".formatted(number / 60, number % 60);
    return Examples.title("title-" + number, "north", Phase.PUBLISHED, at, "Title " + number);
  }

  private static TitleStatus withRequest(String id, String requestId) {
    return Examples.ofRequest(Examples.title(id, "north", Phase.PUBLISHED), requestId);
  }

  private void putVersions(int... numbers) {
    for (int number : numbers) {
      String key = StorageLayout.ofTitle("t1").versionPlanKey(number);
      api.store.put(key, ObjectBody.ofText("{}"), PutOptions.forKey(key));
    }
  }
}
