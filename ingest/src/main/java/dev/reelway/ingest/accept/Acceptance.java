package dev.reelway.ingest.accept;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.platform.storage.ObjectStore;
import java.time.Clock;
import java.util.Optional;

/**
 * Turns a wish into a title: checks it, puts its request document, tells the workflow. Doing it
 * twice is the same as doing it once, also when a node dies in between.
 */
public final class Acceptance {

  private final Ownership ownership;
  private final MasterLookup masters;
  private final TitleSender sender;
  private final RequestMaker maker;
  private final Clock clock;
  private final Amendments amendments;

  /**
   * @param store holds request documents and profiles
   * @param masters looks at named masters
   * @param sender tells the workflow
   * @param clock dates requests
   */
  public Acceptance(ObjectStore store, MasterLookup masters, TitleSender sender, Clock clock) {
    this.ownership = new Ownership(store);
    this.masters = masters;
    this.sender = sender;
    this.clock = clock;
    this.maker = new RequestMaker(masters, new Profiles(store), clock);
    this.amendments = new Amendments(ownership, maker, sender, clock);
  }

  /** Changes titles that are there. */
  public Amendments amendments() {
    return amendments;
  }

  /**
   * Makes a title, or finds the one that the same wish made.
   *
   * @throws ReelwayException {@code REQUEST_INVALID}, {@code LADDER_INVALID}, {@code
   *     MASTER_NOT_FOUND}, or {@code TITLE_EXISTS} if the id belongs to another wish
   */
  public Accepted submit(SubmitForm form, Requester who) {
    return submit(form, Optional.empty(), who);
  }

  /**
   * The same for a master that was uploaded.
   *
   * @param fileName what it was called
   */
  public Accepted submit(SubmitForm form, Optional<String> fileName, Requester who) {
    TitleRequest wanted = prepare(form, who).uploadedFrom(fileName);
    Optional<Ownership.Owner> before = ownership.claim(wanted);
    TitleRequest request = before.flatMap(owner -> known(form, wanted, owner)).orElse(wanted);
    boolean created = ownership.putIfAbsent(request);
    TitleRequest stored =
        created
            ? request
            : ownership.request(request.titleId(), request.requestId()).orElse(request);
    // Also when it is known: whoever put it may have died before it told the workflow.
    sender.send(stored.titleId(), new TitleMessage.Submit(stored));
    return new Accepted(stored, created);
  }

  /**
   * Says what is wrong with a form whose master is still to come, before it is uploaded.
   *
   * @throws ReelwayException as {@link #submit} does
   */
  public void check(SubmitForm form, Requester who) {
    FormRules.check(form);
    String tenant = RequestMaker.tenant(form, who);
    maker.ladder(form);
    maker.checkSidecars(form);
    form.id()
        .flatMap(ownership::owner)
        .ifPresent(
            owner -> {
              throw owner.tenant().equals(tenant)
                  ? exists(form.id().orElseThrow())
                  : taken(form.id().orElseThrow());
            });
  }

  /**
   * Says whether a form that has at most an id and a tenant may mean that title, there or not.
   *
   * @throws ReelwayException {@code REQUEST_INVALID}, or {@code TITLE_EXISTS} if it is another
   *     tenant's
   */
  public void checkOwn(SubmitForm form, Requester who) {
    FormRules.check(form);
    String tenant = RequestMaker.tenant(form, who);
    form.id()
        .flatMap(ownership::owner)
        .filter(owner -> !owner.tenant().equals(tenant))
        .ifPresent(
            owner -> {
              throw taken(form.id().orElseThrow());
            });
  }

  /**
   * Makes a new version of a title: what {@code form} does not say stays as it was, and its
   * sidecars are added to the earlier ones.
   *
   * @param current the title as it stands; it must be over
   */
  public Accepted newVersion(TitleStatus current, SubmitForm form, Requester who) {
    FormRules.check(form);
    TitleRequest earlier = ownership.document(current);
    String source = form.source().orElse(earlier.master());
    TitleRequest request = maker.again(earlier, form, find(source, form), who);
    if (request.requestId().equals(earlier.requestId())) {
      return new Accepted(earlier, false);
    }
    ownership.put(request);
    sender.send(request.titleId(), new TitleMessage.Submit(request));
    return new Accepted(request, true);
  }

  /**
   * Makes a trial of a title, or finds the one that the same form made.
   *
   * @param title that was inspected
   */
  public Accepted trial(TitleStatus title, TrialForm form, Requester who) {
    TitleRequest whole = ownership.document(title);
    SubmitForm wanted = SubmitForm.EMPTY.encodedAs(form.profile(), form.ladder());
    FormRules.check(wanted);
    boolean other = form.profile().isPresent() || form.ladder().isPresent();
    RequestMaker.Ladder ladder =
        other
            ? maker.ladder(wanted)
            : new RequestMaker.Ladder(whole.profileName(), whole.ladder(), "");
    TitleRequest request = Trials.request(title, whole, form, ladder, who, clock);
    boolean created = ownership.claim(request).isEmpty();
    ownership.putIfAbsent(request);
    sender.send(request.titleId(), new TitleMessage.Submit(request));
    return new Accepted(request, created);
  }

  /** Whether masters may be named by a path of this machine. */
  public boolean takesLocalPaths() {
    return masters.takesLocalPaths();
  }

  /** A title that was accepted; the view may not know it yet. */
  public Optional<TitleRequest> accepted(String titleId) {
    return ownership.owner(titleId).flatMap(owner -> ownership.request(titleId, owner.requestId()));
  }

  private TitleRequest prepare(SubmitForm form, Requester who) {
    FormRules.check(form);
    String tenant = RequestMaker.tenant(form, who);
    String source =
        form.source()
            .orElseThrow(
                () -> FormRules.invalid("The field 'source' is missing; name the master."));
    RequestMaker.Ladder ladder = maker.ladder(form);
    return maker.first(form, ladder, find(source, form), tenant, who);
  }

  /** The wish that made the title, if {@code form} means that title; else fails. */
  private Optional<TitleRequest> known(
      SubmitForm form, TitleRequest wanted, Ownership.Owner owner) {
    if (!owner.tenant().equals(wanted.tenant())) {
      throw taken(wanted.titleId());
    }
    if (owner.requestId().equals(wanted.requestId())
        || ownership.request(wanted.titleId(), wanted.requestId()).isPresent()) {
      return Optional.empty();
    }
    Optional<TitleRequest> first = ownership.request(wanted.titleId(), owner.requestId());
    // A node died between the two documents: this wish takes its place.
    boolean unfinished = first.isEmpty();
    boolean sameKey =
        form.id().isEmpty() && first.filter(f -> f.options().equals(wanted.options())).isPresent();
    if (!unfinished && !sameKey) {
      throw exists(wanted.titleId());
    }
    return first;
  }

  private RequestMaker.Source find(String source, SubmitForm form) {
    MasterLookup.Found found = masters.find(source);
    if (form.etag().isPresent() && !form.etag().get().equals(found.etag())) {
      throw FormRules.invalid(
          "The master has another etag than '%s'; it was replaced."
              .formatted(StrictJson.shortened(form.etag().get())));
    }
    if (found.sizeBytes() == 0) {
      throw new ReelwayException(FailureKind.MASTER_EMPTY, "The master has no bytes.");
    }
    return new RequestMaker.Source(source, found.etag());
  }

  private static ReelwayException exists(String titleId) {
    return new ReelwayException(
        FailureKind.TITLE_EXISTS,
        "The title '" + titleId + "' was submitted with another master or other settings.");
  }

  /** The same words whoever has it: other tenants' titles are nobody's business. */
  private static ReelwayException taken(String titleId) {
    return new ReelwayException(
        FailureKind.TITLE_EXISTS, "The id '" + titleId + "' cannot be used for this title.");
  }
}
