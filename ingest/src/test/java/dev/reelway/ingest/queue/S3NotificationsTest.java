package dev.reelway.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class S3NotificationsTest {

  @Test
  void read_awsPut_decodesTheKey() throws IOException {
    assertThat(created(file("aws-put.json")))
        .containsExactly(
            new NewObject(
                "masters",
                "news/evening show+1 é.mov",
                "d41d8cd98f00b204e9800998ecf8427e",
                1024,
                "096fKKXTRTtl3on89fVO.nfljtsv6qko",
                "0055AED6DCD90281E5",
                "/Records/0/s3/object/key"));
  }

  @Test
  void read_minioPut_isTheSame() throws IOException {
    assertThat(created(file("minio-put.json")))
        .extracting(NewObject::address)
        .containsExactly("s3://masters/news/evening.mov");
  }

  @Test
  void read_eventBridge_takesTheKeyAsItIs() throws IOException {
    assertThat(created(file("eventbridge.json")))
        .extracting(NewObject::key, NewObject::etag, NewObject::sequencer)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "news/100%+1.mov", "b57f9512698f4b09e608f4f2a65852e5", "00617F08299329D189"));
  }

  @Test
  void read_inSnsInSqs_isUnwrapped() throws IOException {
    String sns = json(Map.of("Type", "Notification", "Message", text("minio-put.json")));
    String received = json(Map.of("Messages", List.of(Map.of("Body", sns))));
    String lambda = json(Map.of("Records", List.of(Map.of("eventSource", "aws:sqs", "body", sns))));
    for (String wrapped : List.of(sns, received, lambda)) {
      assertThat(created(IngestRecordReader.read(bytes(wrapped))))
          .extracting(NewObject::address)
          .containsExactly("s3://masters/news/evening.mov");
    }
  }

  @Test
  void read_wrappedWithoutEnd_isBad() throws IOException {
    String text = text("minio-put.json");
    for (int i = 0; i < 6; i++) {
      text = json(Map.of("Type", "Notification", "Message", text));
    }
    assertThat(IngestRecordReader.read(bytes(text))).isInstanceOf(IngestRecord.Bad.class);
  }

  @Test
  void read_testEventAndRemoval_askForNothing() {
    String test = "{'Service':'Amazon S3','Event':'s3:TestEvent','Bucket':'masters'}";
    String removal =
        "{'Records':[{'eventName':'ObjectRemoved:Delete','s3':{'bucket':{'name':'b'},"
            + "'object':{'key':'k'}}}]}";
    assertThat(read(test)).isInstanceOf(IngestRecord.Nothing.class);
    assertThat(read(removal)).isInstanceOf(IngestRecord.Nothing.class);
    assertThat(read("{'Records':[]}")).isInstanceOf(IngestRecord.Nothing.class);
  }

  @Test
  void read_oneBadEntry_keepsTheOthers() {
    IngestRecord.Created created =
        (IngestRecord.Created)
            read(
                "{'Records':[{'eventName':'ObjectCreated:Put','s3':{'bucket':{'name':'b'},"
                    + "'object':{'key':'%zz'}}},{'eventName':'ObjectCreated:Copy','s3':{'bucket':"
                    + "{'name':'b'},'object':{'key':'good.mov'}}}]}");
    assertThat(created.objects()).extracting(NewObject::key).containsExactly("good.mov");
    assertThat(created.problem().orElseThrow().pointer()).isEqualTo("/Records/0/s3/object/key");
  }

  private static IngestRecord read(String json) {
    return IngestRecordReader.read(bytes(json.replace('\'', '"')));
  }

  private static IngestRecord file(String name) throws IOException {
    return IngestRecordReader.read(bytes(text(name)));
  }

  private static List<NewObject> created(IngestRecord record) {
    return ((IngestRecord.Created) record).objects();
  }

  private static String text(String name) throws IOException {
    try (InputStream stream = S3NotificationsTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
