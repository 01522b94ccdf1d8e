package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.FormRules;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.key.ApiKey;
import dev.reelway.ingest.accept.key.ApiKeys;
import dev.reelway.ingest.accept.key.IssuedKey;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/** Keys: give, list, revoke. An admin of a tenant sees that tenant's keys only. */
final class KeyRoutes {

  private static final int LONGEST_NAME = 100;

  private final ApiKeys keys;

  KeyRoutes(ApiKeys keys) {
    this.keys = keys;
  }

  void addTo(RouteList routes) {
    routes.write(HandlerType.POST, "/keys", "createKey", Role.ADMIN, this::create);
    routes.read("/keys", "listKeys", Role.ADMIN, this::list);
    routes.write(HandlerType.DELETE, "/keys/{id}", "deleteKey", Role.ADMIN, this::delete);
  }

  /**
   * @param name for people
   * @param role what it may do
   * @param tenant whose titles it works on; the caller's own if absent
   * @param expiresAt ISO 8601; never if absent
   */
  record KeyForm(
      Optional<String> name,
      Optional<Role> role,
      Optional<String> tenant,
      Optional<String> expiresAt) {}

  /**
   * A key without anything secret.
   *
   * @param key the key itself, told once when it is made
   */
  record KeyDocument(
      String id,
      String name,
      Role role,
      String tenant,
      String createdAt,
      String createdBy,
      Optional<String> expiresAt,
      Optional<String> key) {

    static KeyDocument of(ApiKey stored, Optional<String> token) {
      return new KeyDocument(
          stored.id(),
          stored.name(),
          stored.role(),
          stored.tenant(),
          stored.createdAt(),
          stored.createdBy(),
          stored.expiresAt(),
          token);
    }
  }

  /** Keys by id. */
  record KeyList(List<KeyDocument> keys) {}

  private void create(Call call) {
    KeyForm form = call.body(KeyForm.class);
    String name = form.name().orElseThrow(() -> missing("name"));
    FormRules.checkText("name", name, LONGEST_NAME);
    Role role = form.role().orElseThrow(() -> missing("role"));
    String tenant = form.tenant().orElse(call.who().tenant());
    if (!tenant.equals(Requester.ALL_TENANTS)) {
      FormRules.checkWord("tenant", tenant);
    }
    if (!call.who().sees(tenant)) {
      throw Refusal.of(ProblemKind.FORBIDDEN, "You can make keys for your own tenant only.");
    }
    IssuedKey issued =
        keys.issue(
            name,
            role,
            tenant,
            form.expiresAt().map(at -> FormRules.instant("expiresAt", at)),
            call.who().keyId());
    call.about(issued.key().id(), tenant);
    call.answer(201, KeyDocument.of(issued.key(), Optional.of(issued.token())));
  }

  private void list(Call call) {
    call.answer(
        200,
        new KeyList(
            visible(call).stream().map(key -> KeyDocument.of(key, Optional.empty())).toList()));
  }

  private void delete(Call call) {
    String id = call.path("id");
    List<ApiKey> visible = visible(call);
    ApiKey key =
        visible.stream()
            .filter(k -> k.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND, "There is no such key."));
    call.about(key.id(), key.tenant());
    boolean last = isChief(key) && visible.stream().filter(KeyRoutes::isChief).count() == 1;
    if (last) {
      throw Refusal.of(
          ProblemKind.CONFLICT, "It is the last admin key of all tenants; make another first.");
    }
    keys.revoke(key.id());
    call.done();
  }

  private static boolean isChief(ApiKey key) {
    return key.role() == Role.ADMIN
        && key.tenant().equals(Requester.ALL_TENANTS)
        && key.expiresAt().isEmpty();
  }

  private List<ApiKey> visible(Call call) {
    return keys.list().stream().filter(key -> call.who().sees(key.tenant())).toList();
  }

  private static Refusal missing(String field) {
    return Refusal.of(ProblemKind.REQUEST_INVALID, "The field '" + field + "' is missing.");
  }
}
