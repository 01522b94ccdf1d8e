package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.ingest.accept.IngestDeadLetters;
import dev.reelway.ingest.accept.Maintenance;
import dev.reelway.ingest.accept.Webhooks;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Remembers what operators wished. */
final class FakeOperations {

  final List<String> calls = new ArrayList<>();
  final List<DeadLetter> ingestLetters = new ArrayList<>();
  final Webhooks webhooks = new FakeWebhooks();
  final Maintenance maintenance = new FakeMaintenance();
  final IngestDeadLetters letters = new FakeLetters();

  private final class FakeWebhooks implements Webhooks {
    private final List<Webhook> all = new ArrayList<>();

    @Override
    public Created create(String tenant, Form form) {
      Webhook webhook =
          new Webhook(
              "hook" + all.size(),
              tenant,
              URI.create(form.url()),
              form.events().orElse(List.of()),
              "2026-01-01T00:00:00Z",
              State.HEALTHY);
      all.add(webhook);
      return new Created(webhook, form.secret().orElse("made-up"));
    }

    @Override
    public List<Webhook> list() {
      return List.copyOf(all);
    }

    @Override
    public void delete(String id) {
      all.removeIf(webhook -> webhook.id().equals(id));
    }

    @Override
    public int replay(String id, Instant since) {
      calls.add("replay " + id + " since " + since);
      return 7;
    }
  }

  private final class FakeMaintenance implements Maintenance {
    @Override
    public Swept sweep(boolean dryRun) {
      calls.add("sweep " + dryRun);
      return new Swept(dryRun, 1, 2, List.of("work/chunks/x.mp4"));
    }

    @Override
    public Recovered recover() {
      calls.add("recover");
      return new Recovered(1, 2, List.of());
    }
  }

  private final class FakeLetters implements IngestDeadLetters {
    @Override
    public List<DeadLetter> list() {
      return List.copyOf(ingestLetters);
    }

    @Override
    public void replay(String id) {
      calls.add("ingest " + id);
    }
  }
}
