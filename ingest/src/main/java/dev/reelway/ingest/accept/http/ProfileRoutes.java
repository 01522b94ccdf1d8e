package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.ingest.accept.Profiles;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.plan.LadderCheck;
import dev.reelway.ingest.plan.LadderProblem;
import dev.reelway.ingest.plan.ProfileReader;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Ladders that submissions may name. They are the installation's, not a tenant's. */
final class ProfileRoutes {

  private final Profiles profiles;

  ProfileRoutes(Profiles profiles) {
    this.profiles = profiles;
  }

  void addTo(RouteList routes) {
    routes.read("/profiles", "listProfiles", Role.VIEWER, this::list);
    routes.add(HandlerType.POST, "/profiles/check", "checkProfile", Role.VIEWER, this::check);
    routes.read("/profiles/{name}", "getProfile", Role.VIEWER, this::get);
    routes.write(HandlerType.PUT, "/profiles/{name}", "putProfile", Role.OPERATOR, this::put);
    routes.write(
        HandlerType.DELETE, "/profiles/{name}", "deleteProfile", Role.OPERATOR, this::delete);
  }

  /** Names, the built-in one first. */
  record ProfileList(List<String> profiles) {}

  private void list(Call call) {
    call.answer(200, new ProfileList(profiles.names()));
  }

  private void get(Call call) {
    String yaml =
        profiles
            .find(call.path("name"))
            .orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND, "There is no such profile."));
    call.context().contentType("application/yaml");
    call.context().result(yaml);
  }

  /** Something wrong in a ladder file. */
  record Problem(
      OptionalInt line,
      OptionalInt column,
      Optional<String> field,
      String code,
      String message,
      String advice) {

    static Problem of(LadderProblem problem) {
      return new Problem(
          problem.line(),
          problem.column(),
          problem.path(),
          FailureKind.LADDER_INVALID.code(),
          sentence(problem.message()),
          FailureKind.LADDER_INVALID.advice());
    }

    private static String sentence(String clause) {
      return clause.startsWith("the file ") ? "The file" + clause.substring(8) : clause;
    }
  }

  /** What a ladder file comes to. */
  record Checked(boolean valid, List<Problem> problems, Optional<ProfileDocument> profile) {}

  private void check(Call call) {
    LadderCheck check = ProfileReader.check("ladder.yaml", call.bodyText());
    call.answer(
        200,
        new Checked(
            check.profile().isPresent(),
            check.problems().stream().map(Problem::of).toList(),
            check.profile().map(ProfileDocument::of)));
  }

  private void put(Call call) {
    call.expectAllTenants();
    String name = call.path("name");
    boolean created = profiles.put(name, call.bodyText());
    call.about(name, "");
    call.answer(created ? 201 : 200, new ProfileName(name));
  }

  /** The profile that was put. */
  record ProfileName(String name) {}

  private void delete(Call call) {
    call.expectAllTenants();
    profiles.delete(call.path("name"));
    call.about(call.path("name"), "");
    call.done();
  }
}
