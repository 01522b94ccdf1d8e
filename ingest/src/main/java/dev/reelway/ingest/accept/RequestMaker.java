package dev.reelway.ingest.accept;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.master.Sidecar;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.ingest.plan.ProfileReader;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Fills in what a form leaves out. */
final class RequestMaker {

  private static final int LADDER_DIGITS = 12;
  private static final int LONGEST_NAME = 200;

  private final MasterLookup masters;
  private final Profiles profiles;
  private final Clock clock;

  RequestMaker(MasterLookup masters, Profiles profiles, Clock clock) {
    this.masters = masters;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** A master that is there. */
  record Source(String address, String etag) {}

  /**
   * A ladder that was read.
   *
   * @param name for people
   * @param yaml its text
   * @param identity what tells it from others in a title's id: the name of a profile, which may
   *     change its text and still mean the same title, or the name and hash of a ladder's text
   */
  record Ladder(String name, String yaml, String identity) {}

  /** Whose title it becomes. */
  static String tenant(SubmitForm form, Requester who) {
    if (who.seesAll()) {
      return form.tenant().orElse(Requester.DEFAULT_TENANT);
    }
    form.tenant()
        .filter(named -> !named.equals(who.tenant()))
        .ifPresent(
            named -> {
              throw FormRules.invalid(
                  "The field 'tenant' names another tenant than yours; leave it out.");
            });
    return who.tenant();
  }

  /** The ladder that the form names or brings, checked. */
  Ladder ladder(SubmitForm form) {
    if (form.ladder().isPresent()) {
      String yaml = form.ladder().get();
      Profile profile = ProfileReader.read("ladder.yaml", yaml);
      String hash = ContentHash.ofParts(yaml).substring(0, LADDER_DIGITS);
      return new Ladder(profile.name(), yaml, profile.name() + "@" + hash);
    }
    String name = form.profile().orElse(Profiles.DEFAULT);
    String yaml =
        profiles
            .find(name)
            .orElseThrow(
                () ->
                    FormRules.invalid(
                        "There is no profile '%s'; write one of '%s'."
                            .formatted(name, String.join("', '", profiles.names()))));
    ProfileReader.read(name + ".yaml", yaml);
    return new Ladder(name, yaml, name);
  }

  /** The first wish for a title. */
  TitleRequest first(SubmitForm form, Ladder ladder, Source source, String tenant, Requester who) {
    String id =
        form.id()
            .orElseGet(
                () ->
                    TitleRequest.idOf(tenant, source.address(), source.etag(), ladder.identity()));
    return new TitleRequest(
        TitleRequest.SCHEMA,
        id,
        tenant,
        form.name().orElseGet(() -> fileName(source.address())),
        source.address(),
        source.etag(),
        ladder.name(),
        ladder.yaml(),
        form.priority().orElse(Lane.STANDARD),
        form.start().filter(SubmitForm.Mode.MANUAL::equals).isPresent(),
        awaitPublish(form),
        form.publishAt().map(at -> FormRules.instant("publishAt", at).toString()),
        form.unpublishAt().map(at -> FormRules.instant("unpublishAt", at).toString()),
        options(form, SourceOptions.STRICT, sidecars(form)),
        form.metadata().orElse(Map.of()),
        who.keyId(),
        clock.instant().toString());
  }

  /** Another wish for the title of {@code earlier}. */
  TitleRequest again(TitleRequest earlier, SubmitForm form, Source source, Requester who) {
    Ladder ladder = ladder(earlier, form);
    return new TitleRequest(
        TitleRequest.SCHEMA,
        earlier.titleId(),
        earlier.tenant(),
        form.name().orElse(earlier.name()),
        source.address(),
        source.etag(),
        ladder.name(),
        ladder.yaml(),
        form.priority().orElse(earlier.lane()),
        form.start().filter(SubmitForm.Mode.MANUAL::equals).isPresent(),
        awaitPublish(form),
        form.publishAt().map(at -> FormRules.instant("publishAt", at).toString()),
        form.unpublishAt()
            .map(at -> FormRules.instant("unpublishAt", at).toString())
            .or(() -> earlier.unpublishAt().filter(this::isToCome)),
        options(form, earlier.options(), more(earlier.options().sidecars(), form)),
        form.metadata().orElse(earlier.metadata()),
        who.keyId(),
        clock.instant().toString(),
        earlier.fileName().filter(file -> source.address().equals(earlier.master())));
  }

  /** Another wish for the version that {@code earlier} makes, which waits for its start. */
  TitleRequest corrected(TitleRequest earlier, SubmitForm form, Requester who) {
    Ladder ladder = ladder(earlier, form);
    return new TitleRequest(
        TitleRequest.SCHEMA,
        earlier.titleId(),
        earlier.tenant(),
        earlier.name(),
        earlier.master(),
        earlier.masterEtag(),
        ladder.name(),
        ladder.yaml(),
        earlier.lane(),
        earlier.awaitStart(),
        earlier.awaitPublish(),
        earlier.publishAt(),
        earlier.unpublishAt(),
        earlier
            .options()
            .corrected(form.streams().orElse(List.of()).stream().map(StreamForm::tags).toList()),
        earlier.metadata(),
        who.keyId(),
        clock.instant().toString(),
        earlier.fileName());
  }

  private Ladder ladder(TitleRequest earlier, SubmitForm form) {
    return form.ladder().isPresent() || form.profile().isPresent()
        ? ladder(form)
        : new Ladder(earlier.profileName(), earlier.ladder(), "");
  }

  // A date that has taken effect must not take the new version off, too.
  private boolean isToCome(String date) {
    return Instant.parse(date).isAfter(clock.instant());
  }

  /** What the form says about the files, and {@code otherwise} where it says nothing. */
  private static SourceOptions options(
      SubmitForm form, SourceOptions otherwise, List<Sidecar> sidecars) {
    return new SourceOptions(
        form.tolerateDamage().orElse(otherwise.tolerateDamage()),
        form.videoStream().map(OptionalInt::of).orElse(otherwise.videoStream()),
        form.streams()
            .map(streams -> streams.stream().map(StreamForm::tags).toList())
            .orElse(otherwise.streams()),
        sidecars,
        form.thorough().orElse(otherwise.thorough()));
  }

  /**
   * The files beside the master of a new version: those of the form are added, one that was there
   * is replaced in its place, and an empty list removes all.
   */
  private List<Sidecar> more(List<Sidecar> earlier, SubmitForm form) {
    if (form.sidecars().filter(List::isEmpty).isPresent()) {
      return List.of();
    }
    Map<String, Sidecar> all = new LinkedHashMap<>();
    earlier.forEach(sidecar -> all.put(sidecar.source(), sidecar));
    sidecars(form).forEach(sidecar -> all.put(sidecar.source(), sidecar));
    FormRules.checkCount("sidecars", all.size());
    return List.copyOf(all.values());
  }

  private List<Sidecar> sidecars(SubmitForm form) {
    return form.sidecars().orElse(List.of()).stream().map(this::sidecar).toList();
  }

  /** Fails if a file beside the master is not there. */
  void checkSidecars(SubmitForm form) {
    sidecars(form);
  }

  private Sidecar sidecar(SidecarForm form) {
    String etag = masters.find(form.source()).etag();
    return new Sidecar(form.source(), etag, form.language(), form.role(), form.name());
  }

  private static boolean awaitPublish(SubmitForm form) {
    return form.publishAt().isPresent()
        || form.publish().filter(SubmitForm.Mode.MANUAL::equals).isPresent();
  }

  private static String fileName(String address) {
    String name = address.substring(address.lastIndexOf('/') + 1);
    String plain = StrictJson.plain(name);
    return Optional.of(plain)
        .filter(text -> !text.isBlank())
        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_NAME)))
        .orElse(address);
  }
}
