package dev.reelway.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.ingest.accept.SubmitForm;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IngestRecordReaderTest {

  private static final String SMALLEST = "'schema':1,'tenant':'news','source':'s3://in/a.mov'";

  @Test
  void read_smallestRequest_isAForm() {
    IngestRecord.Request request = (IngestRecord.Request) read("{" + SMALLEST + "}");
    assertThat(request.requestKey()).isEmpty();
    assertThat(request.form()).isEqualTo(SubmitForm.of("s3://in/a.mov").withTenant("news"));
  }

  @Test
  void read_everyField_isInTheForm() {
    IngestRecord.Request request =
        (IngestRecord.Request)
            read(
                "{"
                    + SMALLEST
                    + ",'requestKey':'order 1','etag':'e','id':'evening','name':'Evening',"
                    + "'profile':'premium','priority':'express','start':'manual',"
                    + "'publish':'manual','publishAt':'2026-12-24T18:00:00Z',"
                    + "'unpublishAt':'2026-12-31T18:00:00+01:00','tolerateDamage':true,"
                    + "'metadata':{'catalogue':'F-1'}}");
    assertThat(request.requestKey()).contains("order 1");
    SubmitForm form = request.form();
    assertThat(form.id()).contains("evening");
    assertThat(form.priority()).contains(Lane.EXPRESS);
    assertThat(form.start()).contains(SubmitForm.Mode.MANUAL);
    assertThat(form.publishAt()).contains("2026-12-24T18:00:00Z");
    assertThat(form.tolerateDamage()).contains(true);
    assertThat(form.metadata()).isEqualTo(Optional.of(Map.of("catalogue", "F-1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /schema | The field 'schema' is missing.",
        "{'schema':1,'tenant':'news'} | /source | The field 'source' is missing.",
        "{'schema':2,SMALL} | /schema | The field 'schema' must be 1.",
        "{SMALL,'priority':'urgent'} | /priority | The field 'priority' must be one of express, standard, bulk.",
        "{SMALL,'prio':'bulk'} | /prio | The field 'prio' is unknown; leave it out.",
        "{SMALL,'tolerateDamage':'yes'} | /tolerateDamage | The field 'tolerateDamage' must be a JSON boolean.",
        "{SMALL,'metadata':{'a':1}} | /metadata/a | The field 'metadata.a' must be a JSON string.",
        "{SMALL,'publishAt':'tomorrow'} | /publishAt | The field 'publishAt' must be a date with a time and zone, such as 2026-03-01T20:15:00Z.",
        "[] | '' | The record is not a JSON object.",
      })
  void read_brokenRequest_namesPlaceAndRemedy(String json, String pointer, String message) {
    String record =
        json.startsWith("{'schema':2")
            ? json.replace("SMALL", "'tenant':'news','source':'s3://in/a.mov'")
            : json.replace("SMALL", SMALLEST);
    assertThat(bad(record)).isEqualTo(new Problem(FailureKind.REQUEST_INVALID, pointer, message));
  }

  @Test
  void read_notJson_isBad() {
    assertThat(bad("{'schema':").message()).startsWith("The record is not valid JSON at line 1");
    assertThat(bad("").message()).startsWith("The record is empty");
    assertThat(IngestRecordReader.read(null)).isInstanceOf(IngestRecord.Bad.class);
    assertThat(IngestRecordReader.read(new byte[] {(byte) 0xff, 0}))
        .isInstanceOf(IngestRecord.Bad.class);
    assertThat(IngestRecordReader.read(new byte[2 << 20])).isInstanceOf(IngestRecord.Bad.class);
  }

  private static Problem bad(String json) {
    return ((IngestRecord.Bad) read(json)).problem();
  }

  private static IngestRecord read(String json) {
    return IngestRecordReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
