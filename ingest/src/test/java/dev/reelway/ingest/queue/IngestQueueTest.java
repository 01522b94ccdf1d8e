package dev.reelway.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.ingest.KnownMasters;
import dev.reelway.ingest.MovableClock;
import dev.reelway.ingest.SentMessages;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IngestQueueTest {

  private static final Instant NOW = Instant.parse("2026-03-01T20:15:00Z");
  private static final String WISH =
      "{'schema':1,'tenant':'news','source':'s3://in/a.mov','requestKey':'order-1'}";

  private final SentMessages sent = new SentMessages();
  private final List<NewObject> announced = new ArrayList<>();
  private final KnownMasters masters = new KnownMasters().put("s3://in/a.mov", "e1");
  private final IngestQueue queue =
      new IngestQueue(
          new Acceptance(new MemoryObjectStore(), masters, sent, new MovableClock(NOW)),
          object -> {
            if (object.key().startsWith("broken")) {
              throw new IllegalStateException("a bug");
            }
            announced.add(object);
            return Optional.empty();
          });

  @Test
  void accept_wishTwice_isOneTitleOfItsTenant() {
    assertThat(accept(WISH)).isEmpty();
    assertThat(accept(WISH)).isEmpty();
    assertThat(sent.sent())
        .extracting(SentMessages.Sent::titleId)
        .containsOnly(IngestQueue.idOf("news", "order-1"));
    TitleMessage.Submit submit = (TitleMessage.Submit) sent.sent().get(0).message();
    assertThat(submit.request().tenant()).isEqualTo("news");
    assertThat(submit.request().requestedBy()).isEqualTo("ingest-topic");
  }

  @Test
  void accept_missingMaster_isBad() {
    Problem problem = accept(WISH.replace("a.mov", "b.mov")).orElseThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.MASTER_NOT_FOUND);
    assertThat(problem.pointer()).isEqualTo("/source");
  }

  @Test
  void accept_unknownProfile_isBad() {
    Problem problem =
        accept(WISH.replace("'requestKey'", "'profile':'no','requestKey'")).orElseThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.REQUEST_INVALID);
    assertThat(problem.sentence()).contains("There is no profile 'no'");
  }

  @Test
  void accept_kafkaAway_isNoProblemOfTheRecord() {
    sent.breakDown(true);
    org.assertj.core.api.Assertions.assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> accept(WISH))
        .matches(e -> e.kind().retryable());
    sent.breakDown(false);
    assertThat(accept(WISH)).isEmpty();
    assertThat(sent.sent()).hasSize(1);
  }

  @Test
  void accept_oneObjectNotHandled_announcesTheOthers() {
    Problem problem = accept(notification("broken.mov", "good.mov")).orElseThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.INVARIANT_BROKEN);
    assertThat(problem.pointer()).isEqualTo("/Records/0/s3/object/key");
    assertThat(announced).extracting(NewObject::key).containsExactly("good.mov");
  }

  @Test
  void replay_deadLetter_putsTheSameBytesBack() {
    byte[] raw = {(byte) 0xff, 0, '{'};
    List<byte[]> replayed = new ArrayList<>();
    List<String> again = new ArrayList<>();
    DeadLetterBox box = new DeadLetterBox(replayed::add, again::add);
    DeadLetter letter =
        DeadLetterMaker.of("reelway.ingest/2/17", "", raw, Problem.invalid("", "No."), NOW);
    DeadLetter text =
        DeadLetterMaker.of(
            "reelway.ingest/2/18", "", bytes("base64:{"), Problem.invalid("/a", "No."), NOW);
    box.accept(letter);
    box.accept(text);
    box.accept(letter);

    assertThat(box.list()).containsExactly(letter, text);
    assertThat(text.message()).isEqualTo("No. (at /a)");
    box.replay(letter.id());
    box.replay(text.id());
    assertThat(replayed).containsExactly(raw, bytes("base64:{"));
    assertThat(again).isEmpty();
  }

  @Test
  void replay_fileOfAWatchFolder_makesItLookAgain() {
    List<String> again = new ArrayList<>();
    DeadLetterBox box = new DeadLetterBox(bytes -> {}, again::add);
    DeadLetter letter =
        DeadLetterMaker.of("watch/news/abc", "news", bytes("{"), Problem.invalid("", "No."), NOW);
    box.accept(letter);
    box.replay(letter.id());
    assertThat(again).containsExactly("watch/news/abc");
  }

  @Test
  void replay_unknownLetter_isRefused() {
    DeadLetterBox box = new DeadLetterBox(bytes -> {}, source -> {});
    org.assertj.core.api.Assertions.assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> box.replay("in-none"));
  }

  private static String notification(String... keys) {
    List<String> entries = new ArrayList<>();
    for (String key : keys) {
      entries.add(
          "{'eventName':'ObjectCreated:Put','s3':{'bucket':{'name':'in'},'object':{'key':'"
              + key
              + "'}}}");
    }
    return "{'Records':[" + String.join(",", entries) + "]}";
  }

  private Optional<Problem> accept(String json) {
    return queue.accept(bytes(json.replace('\'', '"')));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
