package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.Scans;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.storage.Documents;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AmendApiTest {

  private static final String TITLES = "/api/v1/titles";

  private final ApiFixture api = ApiFixture.start();
  private final String editor = api.key("north", Role.EDITOR);

  AmendApiTest() {
    api.masters.put("s3://masters/news.mov", "etag-1");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void amend_nameAndMetadata_reachTheWorkflowInAnyPhase() {
    TitleRequest request = title(Phase.ENCODING);
    Answer answer = amend("{'name': 'Late news', 'metadata': {'b': 'two', 'a': null}}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(api.sender.last())
        .isEqualTo(new TitleMessage.Describe("Late news", Map.of("b", "two", "c", "3")));
    assertThat(document(request.requestId()).name()).isEqualTo("Late news");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name': ''}",
        "{'title': 'x'}",
        "{'metadata': {'reelway.trialOf': 'x'}}",
        "{'metadata': {'reelway.trialOf': null}}",
        "{'profile': 'none-such'}",
        "{'profile': 'default', 'ladder': 'name: x'}",
        "{'streams': [{'stream': 9, 'language': 'de'}]}",
        "{'streams': [{'stream': 1, 'language': 'nonsense!'}]}",
        "{'streams': [{'stream': 1, 'role': 'forced'}]}"
      })
  void amend_withNonsense_isRefusedAndChangesNothing(String form) {
    TitleRequest request = title(Phase.AWAITING_START);
    assertThat(amend(form).status()).isEqualTo(400);
    assertThat(api.sender.last()).isInstanceOf(TitleMessage.Submit.class);
    assertThat(document(request.requestId())).isEqualTo(request);
  }

  @Test
  void amend_streamsOfATitleThatWaits_planItOnce() {
    TitleRequest request = title(Phase.AWAITING_START);
    Answer answer =
        amend("{'name': 'Late', 'streams': [{'stream': 1, 'language': 'de', 'role': 'dub'}]}");
    assertThat(answer.status()).isEqualTo(202);
    TitleMessage.Correct sent = (TitleMessage.Correct) api.sender.last();
    assertThat(sent.version()).isEqualTo(1);
    assertThat(sent.request().requestId()).isNotEqualTo(request.requestId());
    assertThat(sent.request().name()).isEqualTo("Late");
    assertThat(sent.request().awaitStart()).isTrue();
    assertThat(sent.request().options().streams())
        .containsExactly(
            new StreamTags(
                1, Optional.of("de"), Optional.of(TrackRole.DUB), Optional.of("Original")));
    assertThat(document(sent.request().requestId())).isEqualTo(sent.request());
  }

  @Test
  void amend_streamsAsTheyAre_plansNothing() {
    title(Phase.AWAITING_START);
    amend("{'streams': [{'stream': 1, 'name': 'Original'}]}");
    assertThat(api.sender.last()).isInstanceOf(TitleMessage.Describe.class);
  }

  @Test
  void amend_streamsOfATitleThatRuns_isAConflict() {
    title(Phase.ENCODING);
    Answer answer = amend("{'name': 'x', 'streams': [{'stream': 1, 'language': 'de'}]}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(api.sender.last()).isInstanceOf(TitleMessage.Submit.class);
  }

  @Test
  void amend_byAViewerOrOfAnotherTenant_isRefused() {
    title(Phase.ENCODING);
    assertThat(amend(api.key("north", Role.VIEWER), "{'name': 'x'}").status()).isEqualTo(403);
    assertThat(amend(api.key("south", Role.EDITOR), "{'name': 'x'}").status()).isEqualTo(404);
  }

  private Answer amend(String form) {
    return amend(editor, form);
  }

  private Answer amend(String key, String form) {
    return api.send(
        api.request(key, TITLES + "/n")
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofString(form.replace('\'', '"')))
            .build());
  }

  private TitleRequest document(String requestId) {
    return new Documents(api.store)
        .read(StorageLayout.requestKey("n", requestId), TitleRequest.class);
  }

  private TitleRequest title(Phase phase) {
    api.post(
        editor,
        TITLES,
        """
        {"id": "n", "source": "s3://masters/news.mov", "name": "News", "start": "manual",
         "metadata": {"a": "1", "c": "3"},
         "streams": [{"stream": 1, "language": "en", "name": "Original"}]}\
        """);
    TitleRequest request = ((TitleMessage.Submit) api.sender.last()).request();
    new Documents(api.store)
        .put(
            StorageLayout.inspectionKey("n", 1),
            Scans.inspect(Scans.picture(FrameRate.of(24, 1), 10), Scans.sound(1, "eng", 10)));
    TitleStatus accepted = TitleDocument.accepted(request);
    api.view.accept(Examples.inPhase(accepted, phase));
    return request;
  }
}
