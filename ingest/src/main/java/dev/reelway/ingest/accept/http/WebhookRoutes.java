package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.FormRules;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.Webhooks;
import dev.reelway.ingest.accept.Webhooks.Webhook;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Subscriptions of a tenant. */
final class WebhookRoutes {

  private final Webhooks webhooks;

  WebhookRoutes(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  void addTo(RouteList routes) {
    routes.write(HandlerType.POST, "/webhooks", "createWebhook", Role.OPERATOR, this::create);
    routes.read("/webhooks", "listWebhooks", Role.OPERATOR, this::list);
    routes.write(
        HandlerType.DELETE, "/webhooks/{id}", "deleteWebhook", Role.OPERATOR, this::delete);
    routes.write(
        HandlerType.POST, "/webhooks/{id}/replay", "replayWebhook", Role.OPERATOR, this::replay);
  }

  /**
   * @param url where to post to
   * @param secret signs the posts; made up if absent
   * @param events phases to tell about; all if absent
   */
  record WebhookForm(
      Optional<String> url, Optional<String> secret, Optional<List<String>> events) {}

  private void create(Call call) {
    WebhookForm form = call.body(WebhookForm.class);
    String url =
        form.url()
            .orElseThrow(
                () -> Refusal.of(ProblemKind.REQUEST_INVALID, "The field 'url' is missing."));
    Webhooks.Created created =
        webhooks.create(call.who().tenant(), new Webhooks.Form(url, form.secret(), form.events()));
    call.about(created.webhook().id(), created.webhook().tenant());
    call.answer(201, created);
  }

  /** Oldest first. */
  record WebhookList(List<Webhook> webhooks) {}

  private void list(Call call) {
    call.answer(200, new WebhookList(visible(call)));
  }

  private void delete(Call call) {
    webhooks.delete(find(call).id());
    call.done();
  }

  /** Since when to tell again, ISO 8601. */
  record ReplayForm(Optional<String> since) {}

  /** How many events are told again. */
  record Replayed(int events) {}

  private void replay(Call call) {
    Webhook webhook = find(call);
    Instant since =
        call.body(ReplayForm.class)
            .since()
            .map(at -> FormRules.instant("since", at))
            .orElseThrow(
                () -> Refusal.of(ProblemKind.REQUEST_INVALID, "The field 'since' is missing."));
    call.answer(202, new Replayed(webhooks.replay(webhook.id(), since)));
  }

  private Webhook find(Call call) {
    String id = call.path("id");
    Webhook webhook =
        visible(call).stream()
            .filter(w -> w.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND, "There is no such webhook."));
    call.about(webhook.id(), webhook.tenant());
    return webhook;
  }

  private List<Webhook> visible(Call call) {
    return webhooks.list().stream().filter(w -> call.who().sees(w.tenant())).toList();
  }
}
